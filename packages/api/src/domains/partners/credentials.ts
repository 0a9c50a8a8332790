import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { findCredential, insertCredential, markVerified } from './credentials.queries.ts';
import { getPartner } from './partners.queries.ts';
import type { addCredentialInput } from './partners.schema.ts';

/** Notes a licence; it counts once somebody verified it. @throws `not_found` */
export async function addCredential(
  ctx: Context,
  input: z.infer<typeof addCredentialInput>,
): Promise<{ id: string }> {
  return inScope(ctx, async (tx) => {
    const { id: partnerId } = await getPartner(tx, input.partnerId);
    const now = ctx.clock.now();
    const id = newId('credential', now);
    await insertCredential(tx, { ...input, id, partnerId, createdAt: now });
    await recordChange(tx, ctx, {
      action: 'credential.added',
      subjectType: 'credential',
      subjectId: id,
      payload: { partnerId },
    });
    return { id };
  });
}

/**
 * Confirms that the licence was checked with its authority.
 * @throws `not_found`, `not_eligible` when it has expired, `already_exists` when it is verified already
 */
export async function verifyCredential(ctx: Context, input: { credentialId: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const credential = await findCredential(tx, input.credentialId);
    if (!credential) throw notFound('credential');
    const now = ctx.clock.now();
    if (credential.expiresAt <= now) {
      throw new AppError('not_eligible', {
        userMessage: 'This credential has expired. Add the renewed one and verify that.',
      });
    }
    if (!(await markVerified(tx, credential.id, { verifiedAt: now, verifiedBy: actorId(ctx.actor) }))) {
      throw new AppError('already_exists', { userMessage: 'This credential is verified already.' });
    }
    await recordChange(tx, ctx, {
      action: 'credential.verified',
      subjectType: 'credential',
      subjectId: credential.id,
      fields: ['verifiedAt', 'verifiedBy'],
      payload: { partnerId: credential.partnerId },
    });
  });
}
