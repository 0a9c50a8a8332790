import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ProgramForm } from '../../../../features/programs/program-form.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'New program' };

export default screen(async ({ person }) => (
  <Page>
    <PageHeader
      breadcrumbs={[{ label: 'Programs', href: '/programs' }, { label: 'New' }]}
      title="New program"
      description="Saved as a draft. It goes live when everything it needs is there."
    />
    <ProgramForm currency={person.organisation.currency} />
  </Page>
));
