import { plural } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { rewardsQuery } from '../../../features/rewards/rewards-query.ts';
import { RewardsTable } from '../../../features/rewards/rewards-table.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Rewards' };

export default listScreen('rewards', async ({ api, person, query }) => (
  <Page width="wide">
    <PageHeader
      title="Rewards"
      description={`What ${plural(person.organisation.patientWord)} and friends earned, and what became of it.`}
    />
    <RewardsTable page={await api.rewards.list(rewardsQuery(query))} />
  </Page>
));
