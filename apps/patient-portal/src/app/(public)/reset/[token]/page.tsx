import type { Metadata } from 'next';
import { ResetPassword } from '../../../../features/account/reset-password.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'Set a new password' };

export default linkScreen<'token'>(async ({ api, params }) => {
  const { email } = await api.account.readPasswordReset({ token: params.token });
  return <ResetPassword token={params.token} email={email} />;
});
