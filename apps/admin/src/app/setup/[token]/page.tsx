import type { Metadata } from 'next';
import { Setup } from '../../../features/setup/setup.tsx';
import { knownTimeZones } from '../../../lib/time-zones.ts';
import { publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Set up', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  await api.organisation.readSetup({ token: params.token });
  return <Setup token={params.token} timeZones={knownTimeZones()} />;
});
