import { Page } from '@goodword/ui';
import type { Metadata } from 'next';
import { Security } from '../../../features/account/security.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Security' };

export default screen(async ({ api }) => (
  <Page width="narrow">
    <Security account={await api.account.overview()} />
  </Page>
));
