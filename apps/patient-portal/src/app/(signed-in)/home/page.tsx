import { myRequestsInput } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { Home } from '../../../features/account/home.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Home' };

export default screen(async ({ api, person }) => {
  const [friends, wallet, requests] = await Promise.all([
    api.invites.home(),
    api.rewards.wallet(),
    api.requests.mine(myRequestsInput.parse({})),
  ]);
  return (
    <Page>
      <PageHeader
        title={`Welcome, ${person.name}`}
        description={`Your ${person.organisation.patientWord} account with ${person.organisation.name}`}
      />
      <Home friends={friends} wallet={wallet} requests={requests} />
    </Page>
  );
});
