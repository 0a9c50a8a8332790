import type { Tx } from '@goodword/db';
import type { ConsentChannel, ConsentDecision } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { newId } from '../../shared/id.ts';
import { insertConsents } from './consent.queries.ts';
import type { ConsentKey } from './consent.ts';
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
