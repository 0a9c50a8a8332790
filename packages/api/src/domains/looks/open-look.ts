import type { z } from 'zod';
import { partnerStatus } from '../../auth/accounts.queries.ts';
import { insertLook, lookable } from '../../auth/looks.queries.ts';
import { issueToken } from '../../auth/tokens.ts';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, invariant, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import type { RequestContext } from '../../trpc/context.ts';
import type { openedLook, openLookInput } from './looks.schema.ts';

/**
 * Prepares a look at the portal of a partner. The address works once and for a minute, of its secret only the hash is
 * kept, and it says neither who looks nor at whom.
 * @throws `not_found`, `not_eligible` for a partner without a portal, or without a session that the look can hang on
 */
export async function openLook(
  ctx: RequestContext,
  { partnerId, reason }: z.infer<typeof openLookInput>,
): Promise<z.infer<typeof openedLook>> {
  const { principal } = ctx;
  invariant(principal, 'the procedure admits administrators only');
  const { accountId, sessionId } = principal;
  if (!sessionId) {
    throw new AppError('not_eligible', {
      userMessage: 'A look lasts as long as the session it was asked for in. Sign in, then ask again.',
    });
  }
  return inScope(ctx, async (tx) => {
    const status = await partnerStatus(tx, partnerId);
    if (!status) throw notFound('partner');
    if (!lookable.some((one) => one === status)) {
      throw new AppError('not_eligible', {
        userMessage:
          'This partner has no portal to look at: it is not approved yet, or the partnership has ended.',
      });
    }
    const now = ctx.clock.now();
    const id = newId('partnerLook', now);
    await insertLook(tx, {
      id,
      partnerId,
      staffId: accountId,
      staffSession: sessionId,
      reason,
      createdAt: now,
    });
    await recordChange(tx, ctx, {
      action: 'partner.look_opened',
      subjectType: 'partner',
      subjectId: partnerId,
      reason,
      payload: { lookId: id },
    });
    const secret = await issueToken(tx, ctx, { purpose: 'enter_look', subjectId: id, partnerId });
    return { url: `${ctx.urls.partner}/look/${secret}` };
  });
}
