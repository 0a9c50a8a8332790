import { partnerReferralMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { listPosition, oneOf, sortOf } from '../../lib/list.ts';

/** What the address of the referral list asks for; the table and its file read it alike. */
export function referralsQuery(query: PageQuery) {
  return {
    ...listPosition(query),
    dir: sortOf(query, ['submitted']).dir,
    status: oneOf(query.status, partnerReferralMachine.states),
    partnerId: query.partner,
    partnerTypeCode: query.type,
  };
}
