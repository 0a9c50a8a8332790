import { Page, PageHeader } from '@goodword/ui';
import { AccountSettings } from '@goodword/web';
import type { Metadata } from 'next';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Your account' };

export default screen(async ({ api, person }) => (
  <Page width="narrow">
    <PageHeader title="Your account" description={`${person.name} · ${person.email}`} />
    <AccountSettings account={await api.account.overview()} />
  </Page>
));
