import type { Tx } from '@goodword/db';
import type { TokenPurpose } from '@goodword/db/vocabulary';
import { linkUnknown, recogniseOldToken } from '../../auth/known-links.ts';
import type { TokenRow } from '../../auth/tokens.queries.ts';
import type { Context } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';
import { getReferral, type PartnerReferralRow } from './partner-referrals.queries.ts';

/**
 * The referral behind a link that we sent. The link opens its page as long as we hold the contact data, so that its
 * holder can opt out until then; within its own time it also says that all is over.
 * @throws `link_invalid`
 */
export async function referralOfLink(
  tx: Tx,
  ctx: Context,
  purposes: readonly TokenPurpose[],
  secret: string,
): Promise<{ token: TokenRow; referral: PartnerReferralRow }> {
  const token = await recogniseOldToken(tx, purposes, secret);
  const referral = await getReferral(tx, token.subjectId);
  invariant(referral, 'a link to a referral outlives it never');
  if (token.expiresAt <= ctx.clock.now() && referral.clientEmail === null) throw linkUnknown();
  return { token, referral };
}
