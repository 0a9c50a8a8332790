import type { Metadata } from 'next';
import { RequestDetail } from '../../../../features/professionals/request-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Your request' };

export default screen<'id'>(async ({ api, params }) => (
  <RequestDetail request={await api.requests.mineDetail({ id: params.id })} />
));
