import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { partnerMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError } from '../../../shared/errors.ts';
import { newCode } from '../../../shared/id.ts';
import { openLink } from '../../links/index.ts';
import { ownPartner } from '../own-partner.ts';
import { getPartner, type PartnerRow } from '../partners.queries.ts';
import { currentAgreement, insertAcceptance } from './agreements.queries.ts';
import type { acceptAgreementOutput } from './onboarding.schema.ts';

/**
 * Accepts the agreement in force. An approved partner becomes active with it, and gets its code and first link.
 * @throws `stale` when a newer version was published meanwhile, `not_eligible` before approval
 */
export async function acceptAgreement(
  ctx: Context,
  input: { agreementId: string },
): Promise<z.infer<typeof acceptAgreementOutput>> {
  const { partnerId, accountId } = ownPartner(ctx);
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, partnerId);
    requireApproved(partner);
    const agreement = await currentAgreement(tx, now);
    if (agreement.id !== input.agreementId) {
      throw new AppError('stale', {
        userMessage: 'A newer version of the agreement was published. Reload, read it and accept that one.',
      });
    }
    const first = await insertAcceptance(tx, {
      partnerId,
      agreementId: agreement.id,
      accountId,
      hash: agreement.hash,
      acceptedAt: now,
    });
    if (first) {
      await recordChange(tx, ctx, {
        action: 'partner.agreement_accepted',
        subjectType: 'partner',
        subjectId: partnerId,
        payload: { agreementId: agreement.id },
      });
    }
    if (partner.status !== 'approved') return { status: partner.status, code: partner.code ?? '' };
    return { status: 'active', code: await activate(tx, ctx, partner) };
  });
}

async function activate(tx: Tx, ctx: Context, partner: PartnerRow): Promise<string> {
  const now = ctx.clock.now();
  const code = partner.code ?? newCode();
  await moveState(tx, ctx, {
    machine: partnerMachine,
    table: partners,
    id: partner.id,
    to: 'active',
    set: { code, activatedAt: now },
    payload: { first: true },
  });
  await openLink(tx, ctx, { code, partnerId: partner.id, campaign: 'default', placement: '' });
  return code;
}

function requireApproved({ status }: PartnerRow): void {
  if (['approved', 'active', 'inactive', 'suspended'].includes(status)) return;
  throw new AppError('not_eligible', {
    userMessage:
      'We are still looking at your application. You can accept the agreement once it is approved.',
  });
}
