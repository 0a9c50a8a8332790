import { JoinTeam } from '@goodword/web';
import type { Metadata } from 'next';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Join your team', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, invitation] = await Promise.all([
    organisation(),
    api.joining.read({ token: params.token }),
  ]);
  return <JoinTeam app="partner" organisation={name} token={params.token} invitation={invitation} />;
});
