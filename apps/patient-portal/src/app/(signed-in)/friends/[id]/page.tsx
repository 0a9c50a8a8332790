import type { Metadata } from 'next';
import { InviteDetail } from '../../../../features/friends/invite-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Invitation' };

export default screen<'id'>(async ({ api, params }) => (
  <InviteDetail invite={await api.invites.mineDetail({ id: params.id })} />
));
