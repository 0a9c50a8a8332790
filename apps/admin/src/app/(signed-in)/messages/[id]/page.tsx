import type { Metadata } from 'next';
import { MessageDetail } from '../../../../features/messages/message-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Message' };

export default screen<'id'>(async ({ api, params }) => (
  <MessageDetail message={await api.messages.get({ id: params.id })} />
));
