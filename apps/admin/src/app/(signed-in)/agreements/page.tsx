import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { AgreementsTable } from '../../../features/agreements/agreements-table.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Agreements' };

export default screen(async ({ api, person }) => {
  const [agreements, types] = await Promise.all([api.agreements.list(), api.catalogue.partnerTypes()]);
  const draft = agreements.some(({ state }) => state === 'draft');
  return (
    <Page width="wide">
      <PageHeader
        title="Agreements"
        description="What partners sign before they work with us, version by version."
        actions={
          mayPerson(person, 'agreements.manage') && (
            <Button variant="primary" href="/agreements/edit">
              {draft ? 'Go on with the draft' : 'Write a new version'}
            </Button>
          )
        }
      />
      <AgreementsTable agreements={agreements} types={types} />
    </Page>
  );
});
