import { touchpointKinds, touchpointMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { TouchpointsTable } from '../../../../features/care/touchpoints-table.tsx';
import { oneOf } from '../../../../lib/list.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Touchpoints' };

export default screen(async ({ api, query }) => {
  const page = await api.care.list({
    status: oneOf(query.status, touchpointMachine.states),
    kind: oneOf(query.kind, touchpointKinds),
    mine: query.mine === 'yes',
    cursor: query.cursor,
  });
  return (
    <Page width="wide">
      <PageHeader
        title="Touchpoints"
        description="Coffees, lunches, calls, meetings, gifts and notes. Partners never see them."
        breadcrumbs={[{ label: 'Care', href: '/care' }, { label: 'Touchpoints' }]}
      />
      <TouchpointsTable page={page} />
    </Page>
  );
});
