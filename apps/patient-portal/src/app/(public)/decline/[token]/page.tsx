import type { Metadata } from 'next';
import { DeclineInvite } from '../../../../features/friends/decline-invite.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'No thanks to an invitation' };

export default linkScreen<'token'>(async ({ api, params }) => (
  <DeclineInvite token={params.token} facts={await api.invites.readDecline({ token: params.token })} />
));
