import type { Metadata } from 'next';
import { JoinTeam } from '../../../features/joining/join-team.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Join your team', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, joining] = await Promise.all([organisation(), api.joining.read({ token: params.token })]);
  return <JoinTeam organisation={name} token={params.token} joining={joining} />;
});
