import type { Metadata } from 'next';
import { InviteDetail } from '../../../../features/invites/invite-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Invite' };

export default screen<'id'>(async ({ api, params }) => (
  <InviteDetail invite={await api.invites.get({ id: params.id })} />
));
