import { ConfirmNewEmail } from '@goodword/web';
import type { Metadata } from 'next';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Confirm your new address', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params }) => {
  const [{ name }, change] = await Promise.all([
    organisation(),
    api.account.readEmailChange({ token: params.token }),
  ]);
  return <ConfirmNewEmail app="admin" organisation={name} token={params.token} email={change.email} />;
});
