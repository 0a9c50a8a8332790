import type { Metadata } from 'next';
import { BatchDetail } from '../../../../features/payouts/batch-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Payout batch' };

export default screen<'id'>(async ({ api, params }) => (
  <BatchDetail batch={await api.payouts.batch({ id: params.id })} />
));
