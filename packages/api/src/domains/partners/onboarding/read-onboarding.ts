import type { PartnerStatus } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { ownPartner } from '../own-partner.ts';
import { getPartner } from '../partners.queries.ts';
import { currentAgreement, findAcceptance } from './agreements.queries.ts';
import type { onboardingOutput } from './onboarding.schema.ts';

type Onboarding = z.infer<typeof onboardingOutput>;

/** How far the caller's partner has come, with the agreement to read. */
export async function readOnboarding(ctx: Context): Promise<Onboarding> {
  const { partnerId } = ownPartner(ctx);
  return inScope(ctx, async (tx) => {
    const { name, status, code, capacity } = await getPartner(tx, partnerId);
    const { id, version, title, body } = await currentAgreement(tx, ctx.clock.now());
    const acceptance = await findAcceptance(tx, { partnerId, agreementId: id });
    return {
      partner: { name, status, code, capacity },
      agreement: { id, version, title, body },
      acceptedAt: acceptance?.acceptedAt ?? null,
      steps: stepsOf(status, acceptance !== undefined),
    };
  });
}

function stepsOf(status: PartnerStatus, accepted: boolean): Onboarding['steps'] {
  const reviewed = !['invited', 'pending_review', 'rejected'].includes(status);
  return [
    { key: 'account', label: 'Set up your account', done: true },
    { key: 'review', label: 'We review your application', done: reviewed },
    { key: 'agreement', label: 'Read and accept the agreement', done: accepted },
    { key: 'active', label: 'Start working together', done: status === 'active' },
  ];
}
