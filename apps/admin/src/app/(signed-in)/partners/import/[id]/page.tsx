import type { Metadata } from 'next';
import { ImportView } from '../../../../../features/imports/import-view.tsx';
import { rowsQuery } from '../../../../../features/imports/rows-query.ts';
import { screen } from '../../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Import' };

export default screen<'id'>(async ({ api, params, query }) => {
  const [detail, types] = await Promise.all([
    api.imports.get({ id: params.id }),
    api.catalogue.partnerTypes(),
  ]);
  const shown = detail.run ?? detail.check;
  const rows = shown?.finishedAt ? await api.runs.rows({ runId: shown.id, ...rowsQuery(query) }) : null;
  return <ImportView detail={detail} types={types} rows={rows} />;
});
