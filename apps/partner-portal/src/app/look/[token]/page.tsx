import type { Metadata } from 'next';
import { EnterLook } from '../../../features/looks/enter-look.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'See the portal as a partner', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, offer] = await Promise.all([organisation(), api.looks.offer({ token: params.token })]);
  return <EnterLook organisation={name} token={params.token} offer={offer} />;
});
