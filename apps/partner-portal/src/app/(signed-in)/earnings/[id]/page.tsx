import type { Metadata } from 'next';
import { CommissionScreen } from '../../../../features/earnings/commission-screen.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Commission' };

export default screen<'id'>(async ({ api, params }) => (
  <CommissionScreen commission={await api.commissions.mineDetail({ id: params.id })} />
));
