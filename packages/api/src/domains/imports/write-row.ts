import type { Tx } from '@goodword/db';
import { expireTokensOf } from '../../auth/tokens.queries.ts';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { enrolPartner, updatePartnerRow } from '../partners/index.ts';
import type { PartnerDraft } from './partner-row.ts';
import type { RowPlan } from './plan-row.ts';

/**
 * Does what the plan says and answers the partner's id. No mail follows: events of an import have names of their own,
 * which nothing reacts to. Status, terms and regions of an existing partner stay as staff have set them.
 */
export async function writeRow(
  tx: Tx,
  ctx: Context,
  draft: PartnerDraft,
  plan: RowPlan,
): Promise<string | null> {
  if (plan.creation) return create(tx, ctx, draft, plan.creation);
  if (plan.result === 'updated' && plan.partnerId) await update(tx, ctx, plan.partnerId, plan.changes);
  return plan.partnerId;
}

async function create(
  tx: Tx,
  ctx: Context,
  { fields, source, externalId, country }: PartnerDraft,
  { type, regions, rateBps, status }: NonNullable<RowPlan['creation']>,
): Promise<string> {
  const id = await enrolPartner(tx, ctx, {
    ...fields,
    source,
    externalId,
    country,
    partnerTypeCode: type.code,
    regions,
    rateBps,
    status,
  });
  await recordChange(tx, ctx, {
    action: 'partner.imported',
    subjectType: 'partner',
    subjectId: id,
    to: status,
  });
  return id;
}

async function update(tx: Tx, ctx: Context, id: string, changes: RowPlan['changes']): Promise<void> {
  await updatePartnerRow(tx, id, changes);
  // An open invitation went to the old mailbox and must not open an account in the name of the new one.
  if (changes.emailNormalised) {
    await expireTokensOf(tx, { purpose: 'accept_invitation', subjectId: id }, ctx.clock.now());
  }
  await recordChange(tx, ctx, {
    action: 'partner.import_updated',
    subjectType: 'partner',
    subjectId: id,
    fields: Object.keys(changes),
  });
}
