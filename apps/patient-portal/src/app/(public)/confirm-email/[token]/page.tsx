import type { Metadata } from 'next';
import { ConfirmEmail } from '../../../../features/account/confirm-email.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'Confirm your new e-mail' };

export default linkScreen<'token'>(async ({ api, params }) => {
  const { email } = await api.account.readEmailChange({ token: params.token });
  return <ConfirmEmail token={params.token} email={email} />;
});
