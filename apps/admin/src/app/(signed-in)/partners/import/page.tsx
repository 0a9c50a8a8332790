import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ImportsTable } from '../../../../features/imports/imports-table.tsx';
import { UploadFile } from '../../../../features/imports/upload-file.tsx';
import { mayPerson } from '../../../../lib/may.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Import partners' };

export default screen(async ({ api, person, query }) => {
  const page = await api.imports.list({ cursor: query.cursor });
  return (
    <Page>
      <PageHeader
        title="Import partners"
        description="From a CSV file. First a check says row by row what would happen; nothing is written before you start the import."
        breadcrumbs={[{ label: 'Partners', href: '/partners' }, { label: 'Import' }]}
      />
      {mayPerson(person, 'partners.manage') && <UploadFile />}
      <ImportsTable page={page} />
    </Page>
  );
});
