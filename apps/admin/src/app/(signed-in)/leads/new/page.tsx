import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { NewLeadForm } from '../../../../features/leads/new-lead-form.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Add a lead' };

export default screen(async ({ person }) => (
  <Page width="narrow">
    <PageHeader
      breadcrumbs={[{ label: 'Leads', href: '/leads' }, { label: 'New' }]}
      title="Add a lead"
      description="Somebody told you in person. Record their consent afterwards, before you share anything."
    />
    <NewLeadForm currency={person.organisation.currency} />
  </Page>
));
