import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { recogniseToken } from '../../auth/known-links.ts';
import { type Context, clientIdOf, elevated, inScope } from '../../platform/context.ts';
import { recordRead } from '../../platform/record-read.queries.ts';
import type { currentConsentOutput } from '../../shared/consent-shapes.ts';
import { invariant, notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { type ConsentRow, clientName, listConsentLog, recipientNames } from './consent.queries.ts';
import type { clientConsentsOutput, consentsByLinkOutput } from './consent.schema.ts';
import { type ConsentKey, currentConsents, withdrawnSince } from './consent.ts';

type CurrentConsent = z.infer<typeof currentConsentOutput>;

/** What counts now for one client, with recipients in words. Runs in a scope that may read the log. */
export async function describeConsents(tx: Tx, clientId: string): Promise<CurrentConsent[]> {
  return nameRecipients(tx, currentConsents(await listConsentLog(tx, clientId)));
}

/** What a person took back since then, in any of its records. Runs in a scope that may read the log. */
export async function takenBackSince(
  tx: Tx,
  clientIds: readonly string[],
  since: Date,
): Promise<ConsentKey[]> {
  const logs: ConsentKey[][] = [];
  for (const clientId of clientIds) logs.push(withdrawnSince(await listConsentLog(tx, clientId), since));
  return logs.flat();
}

/** The patient's own consents. */
export async function readMyConsents(ctx: Context): Promise<CurrentConsent[]> {
  const clientId = clientIdOf(ctx);
  const current = await inScope(ctx, async (tx) => currentConsents(await listConsentLog(tx, clientId)));
  // Partners are closed to patients, but these stand in the patient's own log: it decided about them by name.
  return inScope(elevated(ctx), (tx) => nameRecipients(tx, current));
}

/** @throws `link_invalid` */
export async function readConsentsByLink(
  ctx: Context,
  input: { token: string },
): Promise<z.infer<typeof consentsByLinkOutput>> {
  // The link names the client; the visitor has no scope of its own.
  return inScope(elevated(ctx), async (tx) => {
    const { clientId } = await recogniseToken(tx, ctx, ['manage_consent'], input.token);
    invariant(clientId, 'a link to manage consent names its client');
    const { name } = await requireOrganisation(tx);
    return {
      clientFirstName: ((await clientName(tx, clientId)) ?? '').split(' ')[0] ?? '',
      organisationName: name,
      current: await describeConsents(tx, clientId),
    };
  });
}

/** @throws `not_found` */
export async function readClientConsents(
  ctx: Context,
  clientId: string,
): Promise<z.infer<typeof clientConsentsOutput>> {
  return inScope(ctx, async (tx) => {
    if ((await clientName(tx, clientId)) === undefined) throw notFound('client');
    const [log] = await Promise.all([
      listConsentLog(tx, clientId),
      recordRead(tx, ctx, { subjectType: 'client', subjectId: clientId, part: 'consents' }),
    ]);
    return {
      current: await nameRecipients(tx, currentConsents(log)),
      log: await nameRecipients(tx, log),
    };
  });
}

async function nameRecipients<R extends ConsentRow>(tx: Tx, rows: readonly R[]) {
  const names = await recipientNames(
    tx,
    rows.map((row) => row.recipient),
  );
  return rows.map((row) => ({
    ...row,
    recipientName: names.get(row.recipient) ?? row.recipient,
    decidedAt: row.occurredAt,
  }));
}
