import { createHash } from 'node:crypto';
import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../../platform/context.ts';
import { forEachRow } from '../../../platform/each-row.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import type { RowResult } from '../../../shared/bulk.ts';
import { addDays } from '../../../shared/clock.ts';
import { AppError, invariant, notFound } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import { addressHash, isSuppressed } from '../../notifications/index.ts';
import { lockPartner } from '../partners.queries.ts';
import {
  gotSameText,
  insertRecipient,
  isRecipient,
  keepPartnerMail,
  type PartnerMailRow,
} from './partner-mails.queries.ts';
import type { writeToPartnersInput } from './writing.schema.ts';

/**
 * Writes one mail to the contact of each partner. The event of each row is what sends it. Called again with the same
 * key it writes to those who did not get it yet, and to nobody twice.
 * @throws `idempotency_mismatch` when the key belongs to another text
 */
export async function writeToPartners(
  ctx: Context,
  { ids, subject, body, key }: z.infer<typeof writeToPartnersInput>,
): Promise<RowResult[]> {
  const writtenBy = actorId(ctx.actor);
  invariant(writtenBy, 'mails to partners are written by people');
  const now = ctx.clock.now();
  const textHash = createHash('sha256')
    .update(JSON.stringify([subject, body]))
    .digest('hex');
  const row = { id: newId('partnerMail', now), key, subject, body, textHash, writtenBy, createdAt: now };
  const mail = await inScope(ctx, (tx) => keepPartnerMail(tx, row));
  if (mail?.textHash !== textHash || mail.writtenBy !== writtenBy) {
    throw new AppError('idempotency_mismatch', {
      userMessage: 'This message was sent with another text. Close the form and write it anew.',
    });
  }
  return forEachRow(ctx, ids, (tx, id) => address(tx, ctx, { mail, id }));
}

async function address(
  tx: Tx,
  ctx: Context,
  { mail, id }: { mail: PartnerMailRow; id: string },
): Promise<void> {
  // Of two messages with the same text at once the second one waits and sees the first.
  const partner = await lockPartner(tx, id);
  if (!partner) throw notFound('partner');
  if (await isRecipient(tx, { mailId: mail.id, partnerId: id })) return;
  if (partner.status === 'terminated' || partner.status === 'rejected') {
    throw refused('We no longer work with this partner, so nothing is written to them.');
  }
  if (!partner.email) throw refused('No e-mail address is known. Add one on the page of the partner.');
  const hash = addressHash(ctx, partner.email);
  if (await isSuppressed(tx, hash)) throw refused('This address asked not to be written to.');
  const now = ctx.clock.now();
  if (await gotSameText(tx, { mail, partnerId: id, since: addDays(now, -1) })) {
    throw refused('They got this very message less than a day ago.');
  }
  const added = await insertRecipient(tx, {
    mailId: mail.id,
    partnerId: id,
    addressHash: hash,
    createdAt: now,
  });
  if (!added) throw refused('Another partner with the same address gets it already.');
  await recordChange(tx, ctx, {
    action: 'partner.written_to',
    subjectType: 'partner',
    subjectId: id,
    payload: { mailId: mail.id },
  });
}

function refused(userMessage: string): AppError {
  return new AppError('not_eligible', { userMessage });
}
