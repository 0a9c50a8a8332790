import { leadShareMachine } from '@goodword/api/client';
import type { Metadata } from 'next';
import { LeadsScreen } from '../../../features/leads/leads-screen.tsx';
import { oneOf } from '../../../lib/one-of.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Leads' };

export default listScreen('leads', async ({ api, query }) => {
  const status = oneOf(leadShareMachine.states, query.status);
  return <LeadsScreen page={await api.shares.mine({ status, cursor: query.cursor })} />;
});
