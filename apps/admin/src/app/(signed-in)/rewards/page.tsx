import { rewardMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { RewardsTable } from '../../../features/rewards/rewards-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Rewards' };

export default screen(async ({ api, query }) => (
  <Page width="wide">
    <PageHeader title="Rewards" description="What patients and friends earned, and what became of it." />
    <RewardsTable
      page={
        await api.rewards.list({
          status: oneOf(query.status, rewardMachine.states),
          programId: query.program,
          cursor: query.cursor,
        })
      }
    />
  </Page>
));
