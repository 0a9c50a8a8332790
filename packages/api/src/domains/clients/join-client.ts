import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import {
  type ClientRow,
  findClientByEmail,
  getClient,
  insertClient,
  updateClient,
} from './clients.queries.ts';

export interface Person {
  name: string;
  email: string;
  phone?: string;
  location?: string;
}

/**
 * The client behind an address that the person has just proved to own: the one we know, or a new one. What we know
 * already stays; gaps are filled. Two calls at once for one address give one client. Needs the worker's or staff scope.
 */
export async function joinClient(tx: Tx, ctx: Context, person: Person): Promise<string> {
  const known = await addOrFind(tx, ctx, person, ctx.clock.now());
  const gaps = missingFacts(known, person, ctx.clock.now());
  if (Object.keys(gaps).length > 0) await updateClient(tx, known.id, gaps);
  return known.id;
}

/** A person staff know of: joined by address as well, but the address counts as unverified until its owner uses it. */
export async function recordClient(
  tx: Tx,
  ctx: Context,
  person: Omit<Person, 'email'> & { email?: string },
): Promise<string> {
  if (person.email) return (await addOrFind(tx, ctx, { ...person, email: person.email }, null)).id;
  return addClient(tx, ctx, { ...person, email: null, emailNormalised: null, emailVerifiedAt: null });
}

/**
 * A person who typed an address into a public form. Anybody can type anybody's address, so the record stays apart
 * from whoever owns that address until a link sent to it was used: see `proveAddress`.
 */
export async function addUnprovenClient(tx: Tx, ctx: Context, person: Person): Promise<string> {
  return addClient(tx, ctx, { ...person, emailNormalised: null, emailVerifiedAt: null });
}

/**
 * Turns an unproven client into a proven one, or finds the client that owns the address already.
 * @returns the client that everything now belongs to: the given one or the owner
 */
export async function proveAddress(tx: Tx, ctx: Context, clientId: string): Promise<string> {
  const client = await getClient(tx, clientId);
  invariant(client, 'an unproven client exists until it is joined');
  if (client.emailVerifiedAt || !client.email) return clientId;
  const emailNormalised = normaliseEmail(client.email);
  const now = ctx.clock.now();
  const owner = await findClientByEmail(tx, emailNormalised);
  if (!owner || owner.id === clientId) {
    await updateClient(tx, clientId, { emailNormalised, emailVerifiedAt: now });
    return clientId;
  }
  // Its phone number and place stay with the form: somebody else may have typed them.
  if (!owner.emailVerifiedAt) await updateClient(tx, owner.id, { emailVerifiedAt: now });
  await emptyClient(tx, ctx, clientId);
  return owner.id;
}

/** Takes the personal values out of a client record that nobody stands behind. */
export async function emptyClient(tx: Tx, ctx: Context, clientId: string): Promise<void> {
  await updateClient(tx, clientId, {
    name: 'Removed',
    email: null,
    emailNormalised: null,
    phone: null,
    location: null,
  });
  await recordChange(tx, ctx, {
    action: 'client.emptied',
    subjectType: 'client',
    subjectId: clientId,
    fields: ['name', 'email', 'phone', 'location'],
  });
}

async function addOrFind(
  tx: Tx,
  ctx: Context,
  person: Person,
  emailVerifiedAt: Date | null,
): Promise<ClientRow> {
  const emailNormalised = normaliseEmail(person.email);
  const known = await findClientByEmail(tx, emailNormalised);
  if (known) return known;
  await addClient(tx, ctx, { ...person, emailNormalised, emailVerifiedAt });
  const row = await findClientByEmail(tx, emailNormalised);
  invariant(row, 'the client was added here or by the transaction that was faster');
  return row;
}

async function addClient(
  tx: Tx,
  ctx: Context,
  facts: Pick<ClientRow, 'name' | 'email' | 'emailNormalised' | 'emailVerifiedAt'> & {
    phone?: string;
    location?: string;
  },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('client', now);
  const added = await insertClient(tx, {
    ...facts,
    id,
    phone: facts.phone ?? null,
    location: facts.location ?? null,
    locale: 'en',
    createdAt: now,
  });
  if (added) {
    await recordChange(tx, ctx, { action: 'client.added', subjectType: 'client', subjectId: id });
  }
  return id;
}

function missingFacts(
  known: ClientRow,
  person: { phone?: string | null; location?: string | null },
  now: Date,
): Partial<ClientRow> {
  return {
    ...(known.emailVerifiedAt ? {} : { emailVerifiedAt: now }),
    ...(known.phone === null && person.phone ? { phone: person.phone } : {}),
    ...(known.location === null && person.location ? { location: person.location } : {}),
  };
}
