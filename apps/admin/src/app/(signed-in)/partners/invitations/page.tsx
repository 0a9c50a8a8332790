import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { OpenInvitations } from '../../../../features/partners/open-invitations.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Open invitations' };

export default screen(async ({ api }) => (
  <Page>
    <PageHeader
      breadcrumbs={[{ label: 'Partners', href: '/partners' }, { label: 'Open invitations' }]}
      title="Open invitations"
      description="Partners that were asked or approved and for which nobody has an account yet. A link works for 14 days."
    />
    <OpenInvitations invitations={await api.partners.invitations()} />
  </Page>
));
