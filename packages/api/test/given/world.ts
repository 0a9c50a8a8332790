import { connect, type Database } from '@goodword/db';
import { createTestDatabase, type TestDatabase } from '@goodword/db/testing';
import type { AccountAudience, StaffRole } from '@goodword/db/vocabulary';
import postgres from 'postgres';
import { findAccount, insertAccount } from '../../src/auth/accounts.queries.ts';
import { hashPassword } from '../../src/auth/password.ts';
import { createSessions, type Principal, principalOf } from '../../src/auth/sessions.ts';
import { createThrottle } from '../../src/auth/throttle.ts';
import { createLiveHub, type LiveHub } from '../../src/domains/live/index.ts';
import { captureMailer } from '../../src/domains/notifications/index.ts';
import { install } from '../../src/install/install.ts';
import type { JobContext } from '../../src/jobs/job.ts';
import { runPending, runPeriodic } from '../../src/jobs/run-pending.ts';
import { inScope } from '../../src/platform/context.ts';
import { createVault } from '../../src/platform/vault.ts';
import { createCaller } from '../../src/root.ts';
import { addDays, addMinutes } from '../../src/shared/clock.ts';
import { newId } from '../../src/shared/id.ts';
import { normaliseEmail } from '../../src/shared/text.ts';
import { createRequestContext, type RequestContext } from '../../src/trpc/context.ts';

/** A clock that stands still until it is told to move. */
export interface TestClock {
  now(): Date;
  advanceDays(days: number): void;
  advanceMinutes(minutes: number): void;
}

export const PASSWORD = 'correct horse battery';
const PASSWORD_HASH = hashPassword(PASSWORD);

const urls = {
  admin: 'http://admin.test',
  partner: 'http://partner.test',
  patient: 'http://patient.test',
  edge: 'http://edge.test',
};

/** An installed organisation in a database of its own, with people to act as. */
export class World {
  readonly clock: TestClock;
  readonly system: JobContext;
  /** Silent until somebody listens. */
  readonly live: LiveHub;

  private constructor(
    readonly place: TestDatabase,
    readonly db: Database,
    /** Looks behind row-level security, for assertions only. */
    readonly owner: postgres.Sql,
    start: Date,
  ) {
    let now = start;
    this.live = createLiveHub(db);
    this.clock = {
      now: () => now,
      advanceDays: (days) => {
        now = addDays(now, days);
      },
      advanceMinutes: (minutes) => {
        now = addMinutes(now, minutes);
      },
    };
    this.system = {
      db,
      clock: this.clock,
      vault: createVault('a secret for tests that is long enough'),
      urls,
      mailer: captureMailer,
      scope: { audience: 'worker' },
      actor: { type: 'worker' },
      requestId: 'test',
    };
  }

  static async open(
    start = new Date('2026-03-02T09:00:00Z'),
    { installed = true }: { installed?: boolean } = {},
  ): Promise<World> {
    const place = await createTestDatabase();
    const world = new World(
      place,
      connect({ url: place.url, max: 24 }),
      postgres(place.ownerUrl, { max: 2, onnotice: () => {} }),
      start,
    );
    if (!installed) return world;
    await install(world.system, {
      name: 'Harbour Care',
      timeZone: 'Asia/Dubai',
      currency: 'USD',
      patientWord: 'patient',
      postalAddress: '1 Quay Street, Dubai',
      staffTwoFactor: 'optional',
      isDemo: false,
    });
    return world;
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.db.end();
    await this.owner.end();
    await this.place.drop();
  }

  /** Lets the worker do everything that waits. */
  async settle(): Promise<void> {
    await runPending(this.system);
  }

  /** Settles, then runs what time causes, then settles again. */
  async tick(): Promise<void> {
    await runPending(this.system);
    await runPeriodic(this.system);
    await runPending(this.system);
  }

  /** How many connections wait for a lock of another. */
  async countWaiting(): Promise<number> {
    const rows = await this.owner`
      select pid from pg_stat_activity
      where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
    return rows.length;
  }

  /** A staff member with this role, as a request context. */
  async staff(role: StaffRole): Promise<RequestContext> {
    const email = `${role}@harbour.test`;
    const principal = (await this.#find('staff', email)) ?? (await this.#addStaff(role, email));
    return this.requestAs('staff', principal);
  }

  /** Calls procedures of an app as somebody (or nobody). */
  caller(ctx: RequestContext) {
    return createCaller(ctx);
  }

  /** Procedures as a staff member with this role. */
  async asStaff(role: StaffRole) {
    return this.caller(await this.staff(role));
  }

  /** Procedures of an app without a session. */
  visitor(app: AccountAudience) {
    return this.caller(this.requestAs(app, null));
  }

  /** Procedures as the partner's person with this address, who must have accepted an invitation. */
  async asPartner(email: string) {
    return this.caller(this.requestAs('partner', await this.#require('partner', email)));
  }

  async asPatient(email: string) {
    return this.caller(this.requestAs('patient', await this.#require('patient', email)));
  }

  requestAs(app: AccountAudience, principal: Principal | null): RequestContext {
    return createRequestContext(
      {
        app,
        db: this.db,
        clock: this.clock,
        vault: this.system.vault,
        urls,
        sessions: createSessions({ db: this.db, clock: this.clock, audience: app, secureCookie: false }),
        throttle: createThrottle(this.db),
        live: this.live,
      },
      { principal, cookieHeader: null, address: '127.0.0.1', requestId: 'test', setCookie: () => {} },
    );
  }

  /** Messages to an address, newest first; when the clock stands still, by the event that caused them. */
  async mailsTo(email: string) {
    return this.owner<{ template: string; subject: string; body: string; html: string; status: string }[]>`
      select template, subject, body, html, status from messages
      where to_address = ${email}
      order by created_at desc, substring(dedupe_key from '^[0-9]+')::bigint desc nulls last, id desc`;
  }

  /** The secret in the newest link to a path such as `/confirm/` in a mail to this address. */
  async linkSecret(email: string, path: string): Promise<string> {
    for (const mail of await this.mailsTo(email)) {
      const found = new RegExp(`${path}([0-9a-z]{32})`).exec(mail.html);
      if (found?.[1]) return found[1];
    }
    throw new Error(`no mail to ${email} holds a link to ${path}`);
  }

  async principal(app: AccountAudience, email: string): Promise<Principal> {
    return this.#require(app, email);
  }

  async #require(app: AccountAudience, email: string): Promise<Principal> {
    const principal = await this.#find(app, email);
    if (!principal) throw new Error(`nobody signs in to ${app} as ${email}`);
    return principal;
  }

  async #find(app: AccountAudience, email: string): Promise<Principal | null> {
    const account = await inScope(this.system, (tx) =>
      findAccount(tx, { audience: app, emailNormalised: normaliseEmail(email) }),
    );
    if (!account) return null;
    const { clock } = this;
    return {
      ...principalOf(account, 'done', { publicId: null, confirmedAt: null }),
      // Entered the password just now, whenever that is.
      get confirmedAt() {
        return clock.now();
      },
    };
  }

  async #addStaff(role: StaffRole, email: string): Promise<Principal> {
    const passwordHash = await PASSWORD_HASH;
    await inScope(this.system, (tx) =>
      insertAccount(tx, {
        id: newId('account', this.clock.now()),
        audience: 'staff',
        email,
        emailNormalised: email,
        name: `${role} person`,
        passwordHash,
        staffRole: role,
        createdAt: this.clock.now(),
      }),
    );
    return this.#require('staff', email);
  }
}
