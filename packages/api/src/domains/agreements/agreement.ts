import type { standingStates } from '../../shared/agreement-shapes.ts';
import { addDays } from '../../shared/clock.ts';

/** What the rule needs of a published version. */
export interface PublishedVersion {
  id: string;
  version: number;
  /** Empty: for all partners. */
  partnerTypeCodes: readonly string[];
  countsFrom: Date;
  graceDays: number;
}

/** A running engagement, as far as versions for single types ask for it. */
export interface HeldType {
  partnerTypeCode: string;
  since: Date;
}

export interface Standing<V extends PublishedVersion = PublishedVersion> {
  state: (typeof standingStates)[number];
  inForce: V;
  /** Until when the version in force has to be accepted; null when it is. */
  deadline: Date | null;
  /** Published for this partner and not accepted, but counting later only. It can be accepted ahead. */
  upcoming: V | null;
}

/** Whether a version is meant for a partner with these types. */
export function isMeantFor(version: PublishedVersion, types: readonly HeldType[]): boolean {
  return (
    version.partnerTypeCodes.length === 0 ||
    types.some(({ partnerTypeCode }) => version.partnerTypeCodes.includes(partnerTypeCode))
  );
}

/**
 * Grace runs from the day the version counts, or from the day the partner took up a type it is meant for, whichever is
 * later: nobody is late with what did not concern them.
 */
export function deadlineOf(version: PublishedVersion, types: readonly HeldType[]): Date {
  const meant = types.filter(({ partnerTypeCode }) => version.partnerTypeCodes.includes(partnerTypeCode));
  const concernedSince =
    version.partnerTypeCodes.length === 0 || meant.length === 0
      ? 0
      : Math.min(...meant.map(({ since }) => since.getTime()));
  return addDays(new Date(Math.max(version.countsFrom.getTime(), concernedSince)), version.graceDays);
}

/**
 * The one rule about agreements. The deadline itself is late already.
 * @param versions published ones, in any order
 * @param accepted ids of the versions the partner accepted
 * @returns null when no version counts for this partner, which the first version of an installation rules out
 */
export function standingOf<V extends PublishedVersion>(
  versions: readonly V[],
  facts: { accepted: ReadonlySet<string>; types: readonly HeldType[]; now: Date },
): Standing<V> | null {
  const meant = versions
    .filter((version) => isMeantFor(version, facts.types))
    .toSorted((left, right) => right.version - left.version);
  const inForce = meant.find(({ countsFrom }) => countsFrom <= facts.now);
  if (!inForce) return null;
  const newer = meant.find(({ version }) => version > inForce.version);
  const upcoming = newer && !facts.accepted.has(newer.id) ? newer : null;
  if (facts.accepted.has(inForce.id)) return { state: 'current', inForce, deadline: null, upcoming };
  const deadline = deadlineOf(inForce, facts.types);
  return { state: facts.now < deadline ? 'due' : 'overdue', inForce, deadline, upcoming };
}

/** The version a partner is asked to read now: what it owes, then what comes, then what it accepted. */
export function offeredVersion<V extends PublishedVersion>({ state, inForce, upcoming }: Standing<V>): V {
  return state === 'current' ? (upcoming ?? inForce) : inForce;
}
