import type { Metadata } from 'next';
import { Confirmation } from '../../../../features/leads/confirmation.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'Confirm the referral' };

export default linkScreen<'token'>(async ({ api, params }) => (
  <Confirmation token={params.token} facts={await api.referrals.readConfirmation({ token: params.token })} />
));
