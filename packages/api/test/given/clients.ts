import { accounts, clients, consents, leads } from '@goodword/db/schema';
import type { ConsentDecision, ConsentPurpose, ConsentScope, RecipientKind } from '@goodword/db/vocabulary';
import { inScope } from '../../src/platform/context.ts';
import { newId } from '../../src/shared/id.ts';
import { normaliseEmail } from '../../src/shared/text.ts';
import type { World } from './world.ts';

export interface GivenClient {
  clientId: string;
  email: string;
  name: string;
}

let count = 0;

/** A client with a verified e-mail; with `account: true` also a patient who signs in with it. */
export async function givenClient(
  world: World,
  options: { name?: string; email?: string; phone?: string; location?: string; account?: boolean } = {},
): Promise<GivenClient> {
  count += 1;
  const now = world.clock.now();
  const clientId = newId('client', now);
  const name = options.name ?? `Client ${count}`;
  const email = options.email ?? `client-${count}@client.test`;
  await inScope(world.system, async (tx) => {
    await tx.insert(clients).values({
      id: clientId,
      name,
      email,
      emailNormalised: normaliseEmail(email),
      emailVerifiedAt: now,
      phone: options.phone ?? null,
      location: options.location ?? null,
      locale: 'en',
      createdAt: now,
    });
    if (!options.account) return;
    await tx.insert(accounts).values({
      id: newId('account', now),
      audience: 'patient',
      email,
      emailNormalised: normaliseEmail(email),
      name,
      clientId,
      emailVerifiedAt: now,
      createdAt: now,
    });
  });
  return { clientId, email, name };
}

/** A lead of a client, as filled in by the client. */
export async function givenLead(
  world: World,
  clientId: string,
  fields: Partial<typeof leads.$inferInsert> = {},
): Promise<string> {
  const now = world.clock.now();
  const id = newId('lead', now);
  await inScope(world.system, (tx) =>
    tx.insert(leads).values({
      id,
      clientId,
      status: 'new',
      source: 'staff',
      region: 'AE',
      currency: 'USD',
      amenities: [],
      createdAt: now,
      ...fields,
    }),
  );
  return id;
}

/** One line in the consent log of a client. */
export async function givenConsent(
  world: World,
  clientId: string,
  event: {
    scope: ConsentScope;
    recipient: string;
    recipientKind?: RecipientKind;
    purpose?: ConsentPurpose;
    decision?: ConsentDecision;
  },
): Promise<void> {
  const now = world.clock.now();
  await inScope(world.system, (tx) =>
    tx.insert(consents).values({
      id: newId('consent', now),
      clientId,
      purpose: event.purpose ?? 'lead_sharing',
      recipientKind: event.recipientKind ?? 'class',
      recipient: event.recipient,
      scope: event.scope,
      decision: event.decision ?? 'granted',
      wordingVersion: 'test',
      locale: 'en',
      channel: 'web_form',
      evidence: 'test',
      occurredAt: now,
    }),
  );
}
