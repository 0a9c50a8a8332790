import type { Tx } from '@goodword/db';
import { actorId, type Context, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, notFound } from '../../../shared/errors.ts';
import { type CredentialRow, decide, findCredential, supersede } from './credentials.queries.ts';

/**
 * Confirms that the credential was checked with its authority. An earlier one of the same kind and region that ends
 * sooner is superseded by it.
 * @throws `not_found`, `not_eligible` when it has expired, `already_exists` when it was decided before
 */
export async function verifyCredential(ctx: Context, input: { credentialId: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const credential = await requireCredential(tx, input.credentialId);
    const now = ctx.clock.now();
    if (credential.expiresAt <= now) {
      throw new AppError('not_eligible', {
        userMessage: 'This credential has expired. Add the renewed one and verify that.',
      });
    }
    if (!(await decide(tx, credential.id, { verifiedAt: now, verifiedBy: actorId(ctx.actor) }))) {
      throw decidedBefore(credential);
    }
    await record(tx, ctx, credential, {
      action: 'credential.verified',
      fields: ['verifiedAt', 'verifiedBy'],
    });
    for (const id of await supersede(tx, credential, now)) {
      await record(
        tx,
        ctx,
        { ...credential, id },
        {
          action: 'credential.superseded',
          fields: ['supersededAt', 'supersededBy'],
        },
      );
    }
  });
}

/**
 * Says that the credential cannot be relied on; the partner is told why and gives another one.
 * @throws `not_found`, `already_exists` when it was decided before
 */
export async function refuseCredential(
  ctx: Context,
  input: { credentialId: string; reason: string },
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const credential = await requireCredential(tx, input.credentialId);
    const set = {
      refusedAt: ctx.clock.now(),
      refusedBy: actorId(ctx.actor),
      refusalReason: input.reason,
    };
    if (!(await decide(tx, credential.id, set))) throw decidedBefore(credential);
    await record(tx, ctx, credential, {
      action: 'credential.refused',
      fields: ['refusedAt', 'refusedBy'],
      reason: input.reason,
    });
  });
}

async function requireCredential(tx: Tx, id: string): Promise<CredentialRow> {
  const credential = await findCredential(tx, id);
  if (!credential) throw notFound('credential');
  return credential;
}

function decidedBefore({ verifiedAt }: CredentialRow): AppError {
  return new AppError('already_exists', {
    userMessage: verifiedAt
      ? 'This credential is verified already.'
      : 'Somebody decided about this credential before. Reload to see how.',
  });
}

async function record(
  tx: Tx,
  ctx: Context,
  { id, partnerId }: Pick<CredentialRow, 'id' | 'partnerId'>,
  change: { action: string; fields: string[]; reason?: string },
): Promise<void> {
  await recordChange(tx, ctx, {
    ...change,
    subjectType: 'credential',
    subjectId: id,
    payload: { partnerId },
  });
}
