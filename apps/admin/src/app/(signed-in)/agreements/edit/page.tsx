import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditAgreement } from '../../../../features/agreements/edit-agreement.tsx';
import { mayPerson } from '../../../../lib/may.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'New version of the agreement' };

export default screen(async ({ api, person }) => {
  if (!mayPerson(person, 'agreements.manage')) notFound();
  const [all, types] = await Promise.all([api.agreements.list(), api.catalogue.partnerTypes()]);
  // A new version starts from the text of the last one.
  const start = all[0] ? await api.agreements.get({ id: all[0].id }) : null;
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Agreements', href: '/agreements' }, { label: 'Next version' }]}
        title={start && !start.publishedAt ? `Version ${start.version}, draft` : 'New version'}
        description="Saved as a draft. Partners see it once it is published."
      />
      <EditAgreement start={start} types={types} />
    </Page>
  );
});
