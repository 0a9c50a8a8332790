import type { PartnerStatus } from '@goodword/db/vocabulary';
import { addDays } from '../../../shared/clock.ts';
import type { OnboardingStep } from '../onboarding/onboarding.schema.ts';

/** What is known of a partner that is settling in. Read anew each time, kept nowhere. */
export interface OnboardingFacts {
  /** Somebody took up the invitation and can sign in. */
  account: boolean;
  /** The version of the agreement in force is accepted. */
  agreement: boolean;
  /** Contact, phone and description are there. */
  profile: boolean;
  /** Its types ask for credentials where it works. */
  credentialsAsked: boolean;
  /** All of them are verified and in date. */
  credentials: boolean;
  /** A link was handed out, a client referred, or a first lead or introduction taken up. */
  start: boolean;
}

/** While a partner settles in; afterwards it rests, is under review or has gone. */
export const settlingStatuses = ['invited', 'pending_review', 'approved', 'active'] as const;

/** Nothing for so long, and somebody should ask. */
export const STALLED_AFTER_DAYS = 14;
/** Whoever came longer ago than this is no newcomer any more; keeping in touch is another matter. */
export const NEWCOMER_DAYS = 180;

export function isSettling(status: PartnerStatus): boolean {
  return settlingStatuses.some((one) => one === status);
}

/** The steps that this partner has to take, in order, each done or not. */
export function checklistOf(facts: OnboardingFacts): { key: OnboardingStep; done: boolean }[] {
  return [
    { key: 'account', done: facts.account },
    { key: 'agreement', done: facts.agreement },
    { key: 'profile', done: facts.profile },
    ...(facts.credentialsAsked ? [{ key: 'credentials' as const, done: facts.credentials }] : []),
    { key: 'start', done: facts.start },
  ];
}

/** How many of them are done. */
export function progressOf(facts: OnboardingFacts): { done: number; total: number } {
  const steps = checklistOf(facts);
  return { done: steps.filter(({ done }) => done).length, total: steps.length };
}

export interface Settling {
  status: PartnerStatus;
  createdAt: Date;
  /** When something last happened to the partner. */
  lastAt: Date;
  complete: boolean;
}

/** Whether a newcomer has stopped half way. While it waits for our decision it is not the partner who stands still. */
export function isStalled({ status, createdAt, lastAt, complete }: Settling, now: Date): boolean {
  return (
    !complete &&
    isSettling(status) &&
    status !== 'pending_review' &&
    createdAt > addDays(now, -NEWCOMER_DAYS) &&
    lastAt <= addDays(now, -STALLED_AFTER_DAYS)
  );
}
