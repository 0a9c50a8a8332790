import { type IntroductionStatus, type ShareScope, shareScopes } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { allTicks, type DisclosureRules, lockOf, type Stage } from '../sharing/index.ts';
import type { IntroducedRequest } from './introduction.ts';
import type { requestLocks, visibleRequestOutput } from './introductions.schema.ts';

export type VisibleRequest = z.infer<typeof visibleRequestOutput>;

export interface VisibleRequestInput {
  /** Null while the introduction was not sent, and after it was declined. */
  request: IntroducedRequest | null;
  consented: ReadonlySet<string>;
  rules: DisclosureRules;
  status: IntroductionStatus;
}

/**
 * A request as the introduced partner may see it at this moment: the same rule as for a shared lead. There is nothing
 * to tick here, and contact opens with the introduction itself, because putting the two in contact is what the client
 * asked for; a type that never gets contact does not get it here either.
 */
export function visibleRequest({ request, consented, rules, status }: VisibleRequestInput): VisibleRequest {
  const stage = request ? stageOf(status) : 'ended';
  const lock = (scope: ShareScope) => lockOf(scope, { ticks: allTicks, consented, rules, stage });
  const messageLock = lock('contact') ?? (rules.hidesProperty ? ('not_for_type' as const) : null);
  const closed = [
    { field: 'contact' as const, reason: lock('contact') },
    { field: 'budget' as const, reason: lock('budget') },
    { field: 'requirements' as const, reason: lock('requirements') },
    { field: 'message' as const, reason: messageLock },
  ];
  return {
    contact: request && !lock('contact') ? contactOf(request) : null,
    budget: request && !lock('budget') ? budgetOf(request) : null,
    requirements: request && !lock('requirements') ? requirementsOf(request) : null,
    specificNeed: request && !messageLock ? request.specificNeed : null,
    locked: closed.flatMap(({ field, reason }) => (reason ? [{ field, reason: plainReason(reason) }] : [])),
  };
}

/** The parts of the client's data in it; the client's own words go with contact. */
export function openParts(request: VisibleRequest): ShareScope[] {
  return shareScopes.filter((scope) => request[scope] !== null);
}

function stageOf(status: IntroductionStatus): Stage {
  return status === 'intro_sent' || status === 'connected' || status === 'closed' ? 'accepted' : 'ended';
}

type RequestLock = (typeof requestLocks)[number];

/** Of the reasons a lead can be locked for, an introduction knows these. */
function plainReason(reason: NonNullable<ReturnType<typeof lockOf>>): RequestLock {
  return reason === 'no_consent' || reason === 'not_for_type' ? reason : 'ended';
}

function contactOf(request: IntroducedRequest): VisibleRequest['contact'] {
  const { groupName, contactName, email, phone, location } = request;
  return { groupName, name: contactName, email, phone, location };
}

function budgetOf({ currency, priceMinMinor, priceMaxMinor }: IntroducedRequest): VisibleRequest['budget'] {
  return { currency, minMinor: priceMinMinor, maxMinor: priceMaxMinor };
}

function requirementsOf({ region, groupSize, timeline }: IntroducedRequest): VisibleRequest['requirements'] {
  return { region, groupSize, timeline };
}
