import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { Wallet } from '../../../features/rewards/wallet.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Rewards' };

export default screen(async ({ api }) => (
  <Page>
    <PageHeader
      title="Rewards"
      description="Your credit and vouchers, when they end and what you used."
      actions={<Button href="/friends">Refer a friend</Button>}
    />
    <Wallet wallet={await api.rewards.wallet()} />
  </Page>
));
