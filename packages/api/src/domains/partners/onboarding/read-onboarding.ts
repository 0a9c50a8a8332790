import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope, partnerIdOf } from '../../../platform/context.ts';
import { invariant } from '../../../shared/errors.ts';
import {
  findAcceptance,
  findAgreement,
  listAcceptances,
  makeAgreementCopy,
  offeredVersion,
  readAgreementText,
  readStanding,
} from '../../agreements/index.ts';
import { readOnboardingFacts } from '../checklist/checklist.queries.ts';
import { checklistOf } from '../checklist/checklist.ts';
import { getPartner, type PartnerRow } from '../partners.queries.ts';
import type { onboardingOutput, onboardingStanding } from './onboarding.schema.ts';

type Onboarding = z.infer<typeof onboardingOutput>;

/** How far the caller's partner has come, with the agreement to read. */
export async function readOnboarding(ctx: Context): Promise<Onboarding> {
  const partnerId = partnerIdOf(ctx);
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, partnerId);
    const { name, status, code, capacity } = partner;
    const standing = await readStanding(tx, partnerId, now);
    const agreementId = offeredVersion(standing).id;
    const agreement = await findAgreement(tx, agreementId);
    invariant(agreement?.countsFrom, 'what is offered is published');
    const facts = (await readOnboardingFacts(tx, [partnerId], now)).get(partnerId);
    invariant(facts, 'a partner that was read has facts');
    const acceptance = await findAcceptance(tx, { partnerId, agreementId });
    return {
      partner: { name, status, code, capacity },
      agreement: {
        id: agreementId,
        version: agreement.version,
        title: agreement.title,
        blocks: readAgreementText(agreement.body),
        countsFrom: agreement.countsFrom,
      },
      acceptedAt: acceptance?.acceptedAt ?? null,
      standing: describeStanding(partner, standing),
      acceptances: await listAcceptances(tx, partnerId),
      steps: checklistOf(facts),
    };
  });
}

/** How the caller's partner stands towards the agreement; the frame of every page asks this. */
export async function readOwnStanding(ctx: Context): Promise<z.infer<typeof onboardingStanding>> {
  const partnerId = partnerIdOf(ctx);
  return inScope(ctx, async (tx: Tx) =>
    describeStanding(await getPartner(tx, partnerId), await readStanding(tx, partnerId, ctx.clock.now())),
  );
}

/** A PDF of a version the caller's partner accepted. @throws `not_found` */
export async function readOwnCopy(ctx: Context, input: { agreementId: string }) {
  return makeAgreementCopy(ctx, { ...input, partnerId: partnerIdOf(ctx) });
}

function describeStanding(
  { status }: PartnerRow,
  { state, inForce, deadline, upcoming }: Awaited<ReturnType<typeof readStanding>>,
): z.infer<typeof onboardingStanding> {
  // Before it works with us nothing is overdue: the steps on the start page lead there.
  const works = status === 'active' || status === 'inactive';
  return {
    state,
    version: inForce.version,
    deadline,
    upcoming: upcoming && { version: upcoming.version, countsFrom: upcoming.countsFrom },
    blocked: works && state === 'overdue',
    works,
  };
}
