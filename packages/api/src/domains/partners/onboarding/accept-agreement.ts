import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { partnerMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { accountIdOf, type Context, inScope, partnerIdOf } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, invariant } from '../../../shared/errors.ts';
import { newCode } from '../../../shared/id.ts';
import {
  findAcceptance,
  findAccepter,
  findAgreement,
  insertAcceptance,
  offeredVersion,
  readStanding,
} from '../../agreements/index.ts';
import { openLink } from '../../links/index.ts';
import { getPartner, type PartnerRow } from '../partners.queries.ts';
import type { acceptAgreementOutput } from './onboarding.schema.ts';

/**
 * Accepts the version that is offered. An approved partner becomes active with it, and gets its code and first link.
 * The first acceptance of a version stays; a repeated one changes nothing.
 * @throws `stale` when a newer version counts meanwhile, `not_eligible` before approval
 */
export async function acceptAgreement(
  ctx: Context,
  input: { agreementId: string },
): Promise<z.infer<typeof acceptAgreementOutput>> {
  const partnerId = partnerIdOf(ctx);
  const accountId = accountIdOf(ctx);
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    requireApproved(await getPartner(tx, partnerId));
    if (!(await findAcceptance(tx, { partnerId, agreementId: input.agreementId }))) {
      const offered = offeredVersion(await readStanding(tx, partnerId, now));
      if (offered.id !== input.agreementId) {
        throw new AppError('stale', {
          userMessage: 'A newer version of the agreement was published. Reload, read it and accept that one.',
        });
      }
      await addAcceptance(tx, ctx, { partnerId, accountId, agreementId: offered.id });
    }
    // Read behind the acceptance: of two at once the second waited there for the first, which has activated.
    const partner = await getPartner(tx, partnerId);
    if (partner.status !== 'approved') return { status: partner.status, code: partner.code ?? '' };
    return { status: 'active', code: await activate(tx, ctx, partner) };
  });
}

async function addAcceptance(
  tx: Tx,
  ctx: Context,
  key: { partnerId: string; accountId: string; agreementId: string },
): Promise<void> {
  const agreement = await findAgreement(tx, key.agreementId);
  const person = await findAccepter(tx, key.accountId);
  invariant(agreement && person?.role, 'an owner accepts a published version');
  const first = await insertAcceptance(tx, {
    ...key,
    acceptedByName: person.name,
    acceptedByRole: person.role,
    hash: agreement.hash,
    acceptedAt: ctx.clock.now(),
  });
  if (!first) return;
  await recordChange(tx, ctx, {
    action: 'partner.agreement_accepted',
    subjectType: 'partner',
    subjectId: key.partnerId,
    payload: { agreementId: agreement.id },
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
