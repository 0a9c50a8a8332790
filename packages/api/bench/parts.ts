import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '@goodword/db';
import { accounts, engagements, partners } from '@goodword/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { createSessions } from '../src/auth/sessions.ts';
import { createApiKey } from '../src/domains/api-keys/manage-api-keys.ts';
import { readImport } from '../src/domains/imports/read-imports.ts';
import { checkImport, startImport } from '../src/domains/imports/run-import.ts';
import { uploadImport } from '../src/domains/imports/upload-import.ts';
import { submitReferral } from '../src/domains/partner-referrals/submit-referral.ts';
import type { Context } from '../src/platform/context.ts';
import { createVault } from '../src/platform/vault.ts';
import { systemClock } from '../src/shared/clock.ts';

/** What the drills need of the product from inside: keys to call with, work that ends in a mail, the hash of a visitor. */
export function openParts(databaseUrl: string, secret: string) {
  const db = connect({ url: databaseUrl, max: 4 });
  const ctx: Context = {
    db,
    clock: systemClock,
    vault: createVault(secret),
    urls: { admin: '', partner: '', patient: '', edge: '' },
    scope: { audience: 'worker' },
    actor: { type: 'worker' },
    requestId: 'drill',
  };
  return {
    createKey: (name: string) => createApiKey(ctx, { name, scopes: ['events:write'] }),
    referClients: (emails: readonly string[]) => referClients(db, ctx, emails),
    staffCookie: () => openStaffSession(db),
    startImport: (source: string, rows: number) => startDrillImport(ctx, source, rows),
    /** How the edge remembers who clicked today. */
    visitorHash: (userAgent: string, now: Date) =>
      ctx.vault.keyedHash('visitor', `${now.toISOString().slice(0, 10)}|127.0.0.1|${userAgent}`),
    close: () => db.end(),
  };
}

/** The cookie of a fresh session of an admin. */
async function openStaffSession(db: Database): Promise<string> {
  const [admin] = await db.scoped({ audience: 'worker' }, (tx) =>
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.audience, 'staff'), eq(accounts.staffRole, 'admin')))
      .limit(1),
  );
  if (!admin) throw new Error('the demo data has no admin');
  const sessions = createSessions({ db, clock: systemClock, audience: 'staff', secureCookie: false });
  return (await sessions.open(admin, { twoFactorDone: true })).split(';')[0] ?? '';
}

/** An active partner refers these people; each gets one mail. Answers the ids of the referrals. */
async function referClients(db: Database, ctx: Context, emails: readonly string[]): Promise<string[]> {
  const [partner] = await db.scoped(ctx.scope, (tx) =>
    tx
      .select({ partnerId: partners.id, engagementId: engagements.id, accountId: accounts.id })
      .from(partners)
      .innerJoin(engagements, eq(engagements.partnerId, partners.id))
      .innerJoin(accounts, eq(accounts.partnerId, partners.id))
      .where(and(eq(partners.status, 'active'), isNull(engagements.endedAt)))
      .limit(1),
  );
  if (!partner) throw new Error('the demo data has no active partner');
  const { partnerId, engagementId, accountId } = partner;
  const caller: Context = {
    ...ctx,
    scope: { audience: 'partner', partnerId },
    actor: { type: 'partner', accountId, role: 'owner', partnerId },
  };
  const ids: string[] = [];
  for (const clientEmail of emails) {
    const { id } = await submitReferral(caller, {
      engagementId,
      source: 'email',
      clientName: 'Drill Client',
      clientEmail,
      details: {},
      consentObtained: true,
    });
    ids.push(id);
  }
  return ids;
}

/** Uploads so many new partners, lets the worker check them, and queues the import; answers its run. */
async function startDrillImport(ctx: Context, source: string, rows: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, row) => `${row},Drill Bank ${row},OH`);
  const bytes = new TextEncoder().encode(['External ID,Name,State', ...lines, ''].join('\n'));
  const { id } = await uploadImport(ctx, { fileName: `${source}.csv`, bytes, source });
  const { mapping } = await readImport(ctx, id);
  await checkImport(ctx, { id, source, mapping, country: 'US', partnerTypeCode: 'lender' });
  while ((await readImport(ctx, id)).check?.status !== 'completed') await sleep(100);
  return (await startImport(ctx, id)).runId;
}
