import type { Metadata } from 'next';
import { DealDetail } from '../../../../features/deals/deal-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Deal' };

export default screen<'id'>(async ({ api, params }) => (
  <DealDetail deal={await api.deals.get({ id: params.id })} />
));
