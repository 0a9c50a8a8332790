import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { TypeForm } from '../../../../features/partner-types/type-form.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'New partner type' };

export default screen(async ({ person }) => (
  <Page>
    <PageHeader
      breadcrumbs={[{ label: 'Partner types', href: '/partner-types' }, { label: 'New' }]}
      title="New partner type"
      description="Offered to candidates as soon as it is created."
    />
    <TypeForm currency={person.organisation.currency} />
  </Page>
));
