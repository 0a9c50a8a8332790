import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { Security } from '../../../features/account/security.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Security' };

export default screen(async ({ api }) => (
  <Page width="narrow">
    <PageHeader title="Security" description="How you sign in and how your account is protected." />
    <Security account={await api.account.overview()} />
  </Page>
));
