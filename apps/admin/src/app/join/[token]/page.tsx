import { JoinTeam } from '@goodword/web';
import type { Metadata } from 'next';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Join the team', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, invitation] = await Promise.all([
    organisation(),
    api.joining.read({ token: params.token }),
  ]);
  return <JoinTeam app="admin" organisation={name} token={params.token} invitation={invitation} />;
});
