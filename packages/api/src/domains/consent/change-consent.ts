import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { recogniseToken } from '../../auth/known-links.ts';
import { type Context, clientIdOf, elevated, inScope } from '../../platform/context.ts';
import { invariant, notFound } from '../../shared/errors.ts';
import {
  clientName,
  consentEventsOf,
  listConsentLog,
  lockConsentLog,
  recipientNames,
} from './consent.queries.ts';
import type { changeConsentByLinkInput, consentDecisionInput, recordConsentInput } from './consent.schema.ts';
import { type ConsentEvent, type ConsentKey, currentConsents } from './consent.ts';
import { grantConsents, type NewConsent } from './grant-consents.ts';

/** A patient gives or takes back one consent. Counts from the next read on. */
export async function changeConsent(
  ctx: Context,
  input: z.infer<typeof consentDecisionInput>,
): Promise<void> {
  const clientId = clientIdOf(ctx);
  await inScope(ctx, (tx) =>
    decide(tx, ctx, { ...input, clientId, channel: 'patient_portal', evidence: 'signed in' }),
  );
}

/**
 * The same without an account, by the link from our mail.
 * @throws `link_invalid`
 */
export async function changeConsentByLink(
  ctx: Context,
  { token, ...input }: z.infer<typeof changeConsentByLinkInput>,
): Promise<void> {
  // The link names the client; the visitor has no scope of its own.
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const { id, clientId } = await recogniseToken(tx, system, ['manage_consent'], token);
    invariant(clientId, 'a link to manage consent names its client');
    await decide(tx, system, { ...input, clientId, channel: 'web_form', evidence: id });
  });
}

/** A client decides for itself: about kinds of partners we have, or a partner it decided about before. */
async function decide(tx: Tx, ctx: Context, decision: NewConsent): Promise<void> {
  await lockConsentLog(tx, decision.clientId);
  const events = (await consentEventsOf(tx, [decision.clientId])).get(decision.clientId) ?? [];
  const known =
    decision.recipientKind === 'partner'
      ? events.some((event) => event.recipient === decision.recipient)
      : (await recipientNames(tx, [decision.recipient])).has(decision.recipient);
  if (!known) throw notFound('recipient');
  if (latest(events, decision)?.decision === decision.decision) return;
  await grantConsents(tx, ctx, [decision]);
}

/**
 * Staff write down what a client told them or signed.
 * @throws `not_found` for an unknown client or recipient
 */
export async function recordConsent(
  ctx: Context,
  { scopes, ...decision }: z.infer<typeof recordConsentInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    if ((await clientName(tx, decision.clientId)) === undefined) throw notFound('client');
    const looksLikePartner = decision.recipient.startsWith('par_');
    const known = await recipientNames(tx, [decision.recipient]);
    if (!known.has(decision.recipient) || looksLikePartner !== (decision.recipientKind === 'partner')) {
      throw notFound('recipient');
    }
    await grantConsents(
      tx,
      ctx,
      [...new Set(scopes)].map((scope) => ({ ...decision, scope })),
    );
  });
}

/** Withdraws everything that still counts and was granted on this evidence, e.g. one form. */
export async function withdrawEvidence(
  tx: Tx,
  ctx: Context,
  { clientId, evidence }: { clientId: string; evidence: string },
): Promise<void> {
  const live = currentConsents(await listConsentLog(tx, clientId)).filter(
    (event) => event.decision === 'granted' && event.evidence === evidence,
  );
  await grantConsents(
    tx,
    ctx,
    live.map(({ purpose, recipientKind, recipient, scope }) => ({
      clientId,
      purpose,
      recipientKind,
      recipient,
      scope,
      decision: 'withdrawn',
      channel: 'web_form',
      evidence,
    })),
  );
}

function latest(events: readonly ConsentEvent[], key: ConsentKey): ConsentEvent | undefined {
  return currentConsents(events).find(
    (event) =>
      event.purpose === key.purpose &&
      event.recipientKind === key.recipientKind &&
      event.recipient === key.recipient &&
      event.scope === key.scope,
  );
}
