import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { InviteForm } from '../../../../features/partners/invite-form.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Invite a partner' };

export default screen(async ({ api }) => (
  <Page width="narrow">
    <PageHeader
      breadcrumbs={[{ label: 'Partners', href: '/partners' }, { label: 'Invite' }]}
      title="Invite a partner"
      description="They get a mail, set up their account and come to your applications for approval."
    />
    <InviteForm types={await api.catalogue.partnerTypes()} />
  </Page>
));
