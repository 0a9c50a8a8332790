import type { ConsentDecision, ConsentPurpose, ConsentScope, RecipientKind } from '@goodword/db/vocabulary';

/** What one decision is about. The last event per key counts. */
export interface ConsentKey {
  purpose: ConsentPurpose;
  recipientKind: RecipientKind;
  /** A partner type code, or a partner id. */
  recipient: string;
  scope: ConsentScope;
}

/** One line of a client's log. */
export interface ConsentEvent extends ConsentKey {
  seq: bigint;
  decision: ConsentDecision;
}

/** The log of one client, reduced to the last event per key. */
export type CurrentConsents = readonly ConsentEvent[];

/** Whom a question about consent is about: one partner, in the role of one type. */
export interface Recipient {
  partnerId: string;
  partnerTypeCode: string;
}

/**
 * Reduces the log of one client to what counts now.
 * @param events in any order; all of one client
 */
export function currentConsents<E extends ConsentEvent>(events: readonly E[]): E[] {
  const last = new Map<string, E>();
  for (const event of events) {
    const key = consentKey(event);
    const known = last.get(key);
    if (!known || event.seq > known.seq) last.set(key, event);
  }
  return [...last.values()].sort((left, right) => Number(left.seq - right.seq));
}

/**
 * True when the client lets this partner have this scope for this purpose.
 *
 * Where decisions for the class and for the partner itself disagree, the cautious reading wins: a withdrawal for the
 * class beats earlier grants to partners in it, and a withdrawal for the partner holds until that partner is granted
 * again, whatever the class is granted.
 */
export function isConsented(
  current: CurrentConsents,
  question: Recipient & { purpose: ConsentPurpose; scope: ConsentScope },
): boolean {
  const decision = (recipientKind: RecipientKind, recipient: string) =>
    current.find(
      (event) =>
        event.purpose === question.purpose &&
        event.scope === question.scope &&
        event.recipientKind === recipientKind &&
        event.recipient === recipient,
    );
  const forClass = decision('class', question.partnerTypeCode);
  const forPartner = decision('partner', question.partnerId);
  if (!forPartner) return forClass?.decision === 'granted';
  if (forPartner.decision === 'withdrawn') return false;
  return forClass?.decision !== 'withdrawn' || forClass.seq < forPartner.seq;
}

/** The scopes that this partner may have for this purpose. */
export function consentedScopes(
  current: CurrentConsents,
  question: Recipient & { purpose: ConsentPurpose },
): ReadonlySet<ConsentScope> {
  const scopes = new Set(current.map((event) => event.scope));
  return new Set([...scopes].filter((scope) => isConsented(current, { ...question, scope })));
}

/** What a client took back after `since`, as it stands now. `since` itself counts: the cautious reading wins. */
export function withdrawnSince<E extends ConsentEvent & { occurredAt: Date }>(
  log: readonly E[],
  since: Date,
): E[] {
  return currentConsents(log).filter(
    ({ decision, occurredAt }) => decision === 'withdrawn' && occurredAt >= since,
  );
}

/** True when one of these withdrawals is about the recipient of the key, or about the kind of partner it is. */
export function isTakenBack(
  key: ConsentKey,
  withdrawn: readonly ConsentKey[],
  partnerTypeCode: string,
): boolean {
  return withdrawn.some(
    (event) =>
      event.purpose === key.purpose &&
      event.scope === key.scope &&
      (event.recipientKind === key.recipientKind
        ? event.recipient === key.recipient
        : event.recipientKind === 'class' && event.recipient === partnerTypeCode),
  );
}

export function consentKey(key: ConsentKey): string {
  return [key.purpose, key.recipientKind, key.recipient, key.scope].join('|');
}
