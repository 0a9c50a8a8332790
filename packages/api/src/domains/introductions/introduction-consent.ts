import type { Tx } from '@goodword/db';
import { type ShareScope, shareScopes } from '@goodword/db/vocabulary';
import { consentEventsOf, consentedScopes, currentConsents } from '../consent/index.ts';
import type { IntroductionWithRules } from './introductions.queries.ts';

/** The scopes that live consent gives each introduced partner. */
export async function introductionScopes(
  tx: Tx,
  rows: readonly IntroductionWithRules[],
): Promise<ReadonlySet<string>[]> {
  const events = await consentEventsOf(tx, [...new Set(rows.map((row) => row.introduction.clientId))]);
  return rows.map(({ introduction, partnerTypeCode }) =>
    consentedScopes(currentConsents(events.get(introduction.clientId) ?? []), {
      partnerId: introduction.partnerId,
      partnerTypeCode,
      purpose: 'introduction',
    }),
  );
}

/** What a client lets the partners of a type know, for its own and for the staff's eyes. */
export async function consentedToType(
  tx: Tx,
  clientId: string,
  partnerTypeCode: string,
): Promise<ShareScope[]> {
  const events = await consentEventsOf(tx, [clientId]);
  const allowed = consentedScopes(currentConsents(events.get(clientId) ?? []), {
    partnerId: '',
    partnerTypeCode,
    purpose: 'introduction',
  });
  return shareScopes.filter((scope) => allowed.has(scope));
}
