import type { Tx } from '@goodword/db';
import { credentialKindName, type ShareScope } from '@goodword/db/vocabulary';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addHours } from '../../shared/clock.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { anyRegionCovers, regionName } from '../../shared/regions.ts';
import { readStanding } from '../agreements/index.ts';
import { consentEventsOf, consentedScopes, currentConsents } from '../consent/index.ts';
import {
  countOpenShares,
  type EngagementToShareWith,
  findEngagement,
  listCredentials,
  lockPartner,
} from './candidates.queries.ts';
import { requireLeadToShare } from './require-lead.ts';
import { insertShare } from './sharing.queries.ts';
import { type CredentialGap, credentialGap, type Ticks, tickedScopes } from './sharing.ts';
import { type VisibleLead, visibleLead } from './visible-lead.ts';

/** How long a partner has to answer. */
export const HOURS_TO_ANSWER = 72;

export interface NewShare {
  leadId: string;
  partnerId: string;
  engagementId: string;
  ticks: Ticks;
}

/**
 * Exactly what the partner's own procedure would return right after sharing, and after it accepted: same serialiser,
 * same consent, same rules. Changes nothing.
 */
export async function previewShare(
  ctx: Context,
  input: NewShare,
): Promise<{
  partnerName: string;
  partnerTypeName: string;
  lead: VisibleLead;
  leadAfterAcceptance: VisibleLead;
}> {
  return inScope(ctx, async (tx) => {
    const { found, engagement } = await requireBoth(tx, input);
    const consented = await consentedFor(tx, found.clientId, engagement);
    const { ceiling, contactOpensAt, hidesProperty } = engagement;
    const base = {
      lead: found.lead,
      ticks: input.ticks,
      consented,
      rules: { ceiling, contactOpensAt, hidesProperty },
    };
    return {
      partnerName: engagement.partnerName,
      partnerTypeName: engagement.partnerTypeName,
      lead: visibleLead({ ...base, status: 'sent' }),
      leadAfterAcceptance: visibleLead({ ...base, status: 'accepted' }),
    };
  });
}

/**
 * Gives part of a lead to a partner.
 * @throws `not_found`, `not_eligible`, `invalid_input` (a tick the type never sees), `consent_missing` (names each
 *   scope), `already_exists`, `capacity_reached`
 */
export async function createShare(ctx: Context, input: NewShare): Promise<{ id: string }> {
  try {
    return await inScope(ctx, (tx) => share(tx, ctx, input));
  } catch (cause) {
    if (!violates(cause, 'lead_shares_open_once')) throw cause;
    throw new AppError('already_exists', {
      userMessage:
        'This partner already has this lead. Withdraw the open share first if you want to change it.',
      cause,
    });
  }
}

async function share(tx: Tx, ctx: Context, input: NewShare): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const { found, engagement } = await requireBoth(tx, input);
  refuseClosedLead(found.status);
  refuseForeignRegion(engagement, found.lead.region);
  refuseInactive(engagement.partnerStatus);
  await refuseWithoutAgreement(tx, engagement, now);
  refuseTicks(input.ticks, engagement);
  const held = await listCredentials(tx, [engagement.partnerId]);
  refuseCredentials(
    engagement.partnerName,
    found.lead.region,
    credentialGap(engagement.credentialRules, held.get(engagement.partnerId) ?? [], {
      region: found.lead.region,
      now,
    }),
  );
  refuseWithoutConsent(input.ticks, engagement, await consentedFor(tx, found.clientId, engagement));

  const id = newId('leadShare', now);
  await insertShare(tx, {
    id,
    leadId: found.id,
    clientId: found.clientId,
    partnerId: engagement.partnerId,
    engagementId: engagement.engagementId,
    partnerTypeCode: engagement.partnerTypeCode,
    status: 'sent',
    tickContact: input.ticks.contact,
    tickBudget: input.ticks.budget,
    tickRequirements: input.ticks.requirements,
    sharedBy: actorId(ctx.actor) ?? ctx.actor.type,
    sentAt: now,
    answerBy: addHours(now, HOURS_TO_ANSWER),
  });
  await recordChange(tx, ctx, {
    action: 'lead_share.sent',
    subjectType: 'lead_share',
    subjectId: id,
    to: 'sent',
    fields: tickedScopes(input.ticks),
    payload: { leadId: found.id, clientId: found.clientId, partnerId: engagement.partnerId },
  });
  await holdCapacity(tx, engagement.partnerId);
  return { id };
}

/**
 * The contended step comes last, so that the lock is held as shortly as possible: with it, the shares that others
 * have committed meanwhile are counted together with this one.
 */
async function holdCapacity(tx: Tx, partnerId: string): Promise<void> {
  const partner = await lockPartner(tx, partnerId);
  refuseInactive(partner?.status ?? 'terminated');
  const open = (await countOpenShares(tx, [partnerId])).get(partnerId) ?? 0;
  const capacity = partner?.capacity ?? null;
  if (capacity !== null && open > capacity) {
    throw new AppError('capacity_reached', {
      userMessage: `This partner takes at most ${capacity} open leads and has no room. Choose another partner, or wait until it closes one.`,
    });
  }
}

async function requireBoth(tx: Tx, input: NewShare) {
  const [found, engagement] = await Promise.all([
    requireLeadToShare(tx, input.leadId),
    findEngagement(tx, input.engagementId),
  ]);
  if (!engagement || engagement.partnerId !== input.partnerId) throw notFound('partner');
  return { found, engagement };
}

async function consentedFor(
  tx: Tx,
  clientId: string,
  { partnerId, partnerTypeCode }: EngagementToShareWith,
): Promise<ReadonlySet<string>> {
  const events = await consentEventsOf(tx, [clientId]);
  return consentedScopes(currentConsents(events.get(clientId) ?? []), {
    partnerId,
    partnerTypeCode,
    purpose: 'lead_sharing',
  });
}

const openLeads = ['new', 'contacted', 'qualified', 'in_progress'];

function refuseClosedLead(status: string): void {
  if (openLeads.includes(status)) return;
  throw new AppError('not_eligible', {
    userMessage: `This lead is ${status.replaceAll('_', ' ')} and can no longer be shared.`,
  });
}

function refuseForeignRegion({ regions, partnerName }: EngagementToShareWith, region: string): void {
  if (regions.length === 0 || anyRegionCovers(regions, region)) return;
  throw new AppError('not_eligible', {
    userMessage: `${partnerName} does not work in the region of this lead. Choose a partner that does.`,
  });
}

function refuseInactive(status: string): void {
  if (status === 'active') return;
  throw new AppError('not_eligible', {
    userMessage: 'This partner is not active, so it cannot take leads. Choose another partner.',
  });
}

async function refuseWithoutAgreement(
  tx: Tx,
  { partnerId, partnerName }: EngagementToShareWith,
  now: Date,
): Promise<void> {
  const { state, inForce } = await readStanding(tx, partnerId, now);
  if (state !== 'overdue') return;
  throw new AppError('not_eligible', {
    userMessage: `${partnerName} has not accepted version ${inForce.version} of the agreement in time, so it cannot take leads. Remind its owner, or choose another partner.`,
  });
}

const scopeWords: Record<ShareScope, string> = {
  contact: 'contact details',
  budget: 'budget',
  requirements: 'requirements',
};

function refuseTicks(ticks: Ticks, { ceiling, partnerTypeName }: EngagementToShareWith): void {
  const ticked = tickedScopes(ticks);
  if (ticked.length === 0) {
    throw new AppError('invalid_input', {
      userMessage: 'Choose at least one thing to share.',
      fields: { ticks: 'Choose at least one thing to share.' },
    });
  }
  const above = ticked.filter((scope) => !ceiling.includes(scope));
  if (above.length === 0) return;
  throw new AppError('invalid_input', {
    userMessage: `A partner of the type ${partnerTypeName} never sees ${above.map((scope) => scopeWords[scope]).join(' or ')}. Untick it.`,
    fields: Object.fromEntries(above.map((scope) => [`ticks.${scope}`, 'This type never sees it.'])),
  });
}

function refuseCredentials(partnerName: string, region: string, gap: CredentialGap | null): void {
  if (!gap) return;
  const kind = credentialKindName(gap.kind);
  const place = regionName(region);
  throw new AppError('not_eligible', {
    userMessage: gap.expiredAt
      ? `The ${kind} of ${partnerName} for ${place} expired on ${dayInWords(gap.expiredAt)}. Ask for the renewed one and verify it.`
      : `${partnerName} has no verified ${kind} for ${place}. Verify it first.`,
  });
}

function dayInWords(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function refuseWithoutConsent(
  ticks: Ticks,
  { partnerTypeName }: EngagementToShareWith,
  consented: ReadonlySet<string>,
): void {
  const missing = tickedScopes(ticks).filter((scope) => !consented.has(scope));
  if (missing.length === 0) return;
  throw new AppError('consent_missing', {
    userMessage: `The client has not agreed to share ${missing.map((scope) => scopeWords[scope]).join(' and ')} with this partner (${partnerTypeName}). Ask the client and record the consent, or untick it.`,
    fields: Object.fromEntries(
      missing.map((scope) => [`ticks.${scope}`, 'The client has not agreed to this.']),
    ),
  });
}
