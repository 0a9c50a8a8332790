import type { Metadata } from 'next';
import { CommissionDetail } from '../../../../features/commissions/commission-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Commission' };

export default screen<'id'>(async ({ api, params }) => (
  <CommissionDetail commission={await api.commissions.get({ id: params.id })} />
));
