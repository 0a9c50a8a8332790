import type { Metadata } from 'next';
import { RequestDetail } from '../../../../features/introductions/request-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Introduction' };

export default screen<'id'>(async ({ api, params }) => {
  const request = await api.requests.get({ id: params.id });
  const candidates =
    request.status === 'pending' ? await api.requests.candidates({ requestId: params.id }) : null;
  return <RequestDetail request={request} candidates={candidates} />;
});
