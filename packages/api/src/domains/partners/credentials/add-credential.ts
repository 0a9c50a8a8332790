import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { actorId, type Context, inScope, partnerIdOf } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, notFound, violates } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import { attachDocument } from '../../documents/index.ts';
import { getPartner } from '../partners.queries.ts';
import { credentialStatus } from './credential.ts';
import { findCredential, insertCredential } from './credentials.queries.ts';
import type {
  addCredentialInput,
  addOwnCredentialInput,
  attachToCredentialInput,
} from './credentials.schema.ts';

/** Staff note a credential; it counts once somebody verified it. @throws `not_found`, `already_exists` */
export async function addCredential(
  ctx: Context,
  input: z.infer<typeof addCredentialInput>,
): Promise<{ id: string }> {
  return refuseTwice(() => inScope(ctx, (tx) => add(tx, ctx, input)));
}

/**
 * A partner gives its own credential, with the document if it has it at hand; it waits until we verified it.
 * @throws `invalid_input` when it has expired, `already_exists` when the same one waits
 */
export async function addOwnCredential(
  ctx: Context,
  { file, ...input }: z.infer<typeof addOwnCredentialInput>,
): Promise<{ id: string }> {
  const partnerId = partnerIdOf(ctx);
  if (input.expiresAt <= ctx.clock.now()) {
    const message = 'This day has passed. Give the credential that is valid now.';
    throw new AppError('invalid_input', { userMessage: message, fields: { expiresAt: message } });
  }
  return refuseTwice(() =>
    inScope(ctx, async (tx) => {
      const { id } = await add(tx, ctx, { ...input, partnerId });
      if (file) await attachDocument(tx, ctx, { subject: { type: 'credential', id }, partnerId, file });
      return { id };
    }),
  );
}

/** Adds a document to a credential that waits. @throws `not_found`, `not_eligible` once it was decided */
export async function attachToCredential(
  ctx: Context,
  { credentialId, file }: z.infer<typeof attachToCredentialInput>,
): Promise<void> {
  const partnerId = partnerIdOf(ctx);
  await inScope(ctx, async (tx) => {
    const credential = await findCredential(tx, credentialId);
    if (!credential) throw notFound('credential');
    if (credentialStatus(credential, ctx.clock.now()) !== 'waiting') {
      throw new AppError('not_eligible', {
        userMessage: 'This credential does not wait for us any more. Add the one that is valid now.',
      });
    }
    await attachDocument(tx, ctx, { subject: { type: 'credential', id: credentialId }, partnerId, file });
  });
}

async function add(tx: Tx, ctx: Context, input: z.infer<typeof addCredentialInput>): Promise<{ id: string }> {
  const { id: partnerId } = await getPartner(tx, input.partnerId);
  const now = ctx.clock.now();
  const id = newId('credential', now);
  await insertCredential(tx, { ...input, id, partnerId, addedBy: actorId(ctx.actor), createdAt: now });
  await recordChange(tx, ctx, {
    action: 'credential.added',
    subjectType: 'credential',
    subjectId: id,
    payload: { partnerId },
  });
  return { id };
}

async function refuseTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!violates(cause, 'credentials_waiting_once')) throw cause;
    throw new AppError('already_exists', {
      userMessage: 'This credential is with us already and waits to be checked.',
      cause,
    });
  }
}
