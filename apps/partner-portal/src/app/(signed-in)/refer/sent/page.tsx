import type { Metadata } from 'next';
import { ReferralSent } from '../../../../features/refer/referral-sent.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Referral sent' };

const REFERRAL_ID = /^[a-z]{3}_[0-9a-z]{26}$/;

export default screen(async ({ query }) => (
  <ReferralSent id={query.id && REFERRAL_ID.test(query.id) ? query.id : undefined} />
));
