import type { Tx } from '@goodword/db';
import type { ConsentChannel, ConsentDecision } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { newId } from '../../shared/id.ts';
import { insertConsents, lockConsentLog } from './consent.queries.ts';
import { type ConsentKey, isTakenBack } from './consent.ts';
import { takenBackSince } from './read-consents.ts';
import { consentWording } from './wording.ts';

export interface NewConsent extends ConsentKey {
  clientId: string;
  decision: ConsentDecision;
  channel: ConsentChannel;
  /** Where the proof is: the id of a form, or what staff wrote down. */
  evidence: string;
  wordingVersion?: string;
  locale?: string;
}

/**
 * Appends decisions to the consent log, each with its trace and event (`consent.granted` or `consent.withdrawn`,
 * payload: clientId, purpose, recipientKind, recipient, scope). The caller has checked that the client decided this.
 */
export async function grantConsents(tx: Tx, ctx: Context, events: readonly NewConsent[]): Promise<void> {
  const now = ctx.clock.now();
  for (const clientId of new Set(events.map((event) => event.clientId))) await lockConsentLog(tx, clientId);
  await insertConsents(
    tx,
    events.map((event) => ({
      wordingVersion: consentWording.version,
      locale: consentWording.locale,
      ...event,
      id: newId('consent', now),
      occurredAt: now,
    })),
  );
  for (const { clientId, decision, purpose, recipientKind, recipient, scope } of events) {
    await recordChange(tx, ctx, {
      action: decision === 'granted' ? 'consent.granted' : 'consent.withdrawn',
      subjectType: 'client',
      subjectId: clientId,
      fields: [`${purpose}.${scope}`],
      payload: { clientId, purpose, recipientKind, recipient, scope },
    });
  }
}

/** A form that was filled before its person stood behind it. */
export interface EarlierForm {
  /** The records of that person. */
  clientIds: readonly string[];
  filledAt: Date;
  /** The type in whose role the partner of the form acts. */
  partnerTypeCode: string;
}

/** Grants what such a form asked for. What its person took back after filling it stays taken back. */
export async function grantUnlessTakenBack(
  tx: Tx,
  ctx: Context,
  grants: readonly NewConsent[],
  form: EarlierForm,
): Promise<void> {
  // Before reading, so that a withdrawal at this moment is either read here or written after what is granted here.
  for (const clientId of form.clientIds) await lockConsentLog(tx, clientId);
  const takenBack = await takenBackSince(tx, form.clientIds, form.filledAt);
  await grantConsents(
    tx,
    ctx,
    grants.filter((grant) => !isTakenBack(grant, takenBack, form.partnerTypeCode)),
  );
}
