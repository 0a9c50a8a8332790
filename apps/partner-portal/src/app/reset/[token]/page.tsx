import { ResetPassword } from '@goodword/web';
import type { Metadata } from 'next';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, account] = await Promise.all([
    organisation(),
    api.account.readPasswordReset({ token: params.token }),
  ]);
  return <ResetPassword app="partner" organisation={name} token={params.token} email={account.email} />;
});
