import { introductionMachine } from '@goodword/api/client';
import type { Metadata } from 'next';
import { IntroductionsScreen } from '../../../features/introductions/introductions-screen.tsx';
import { oneOf } from '../../../lib/one-of.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Introductions' };

export default listScreen('introductions', async ({ api, query }) => {
  const status = oneOf(introductionMachine.states, query.status);
  return <IntroductionsScreen page={await api.introductions.mine({ status, cursor: query.cursor })} />;
});
