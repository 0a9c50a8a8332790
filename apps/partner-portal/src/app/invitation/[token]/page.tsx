import type { Metadata } from 'next';
import { AcceptForm } from '../../../features/invitation/accept-form.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Accept your invitation', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, invitation] = await Promise.all([
    organisation(),
    api.invitations.read({ token: params.token }),
  ]);
  return <AcceptForm organisation={name} token={params.token} invitation={invitation} />;
});
