import type { Metadata } from 'next';
import { AcceptInvitation } from '../../../features/joining/accept-invitation.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Accept your invitation', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, invitation] = await Promise.all([
    organisation(),
    api.invitations.read({ token: params.token }),
  ]);
  return <AcceptInvitation organisation={name} token={params.token} invitation={invitation} />;
});
