import type { Database, Tx } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { hashSecret } from '../platform/vault.ts';
import { addHours, addMinutes, type Clock } from '../shared/clock.ts';
import { AppError } from '../shared/errors.ts';
import { newId } from '../shared/id.ts';
import {
  type AccountRow,
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  getOrganisation,
  getSessionWithAccount,
  hasSecondFactor,
  holdAccount,
  insertSession,
  listSessions,
  partnerStatus,
  type SessionRow,
  updateSession,
} from './accounts.queries.ts';
import { readLook } from './looks.ts';
import type { Role } from './permissions.ts';
import type { Principal, SecondFactor } from './principal.ts';

export type { Principal, SecondFactor } from './principal.ts';

/** Idle and absolute limits in hours. Staff: 15 minutes idle, 12 hours at most (45 CFR 164.312). */
const limits: Record<AccountAudience, { idleHours: number; totalHours: number }> = {
  staff: { idleHours: 0.25, totalHours: 12 },
  partner: { idleHours: 4, totalHours: 24 },
  patient: { idleHours: 24, totalHours: 24 * 30 },
};

/** Localhost shares cookies across ports, so each app has a name of its own. */
export const cookieNames: Record<AccountAudience, string> = {
  staff: 'goodword_admin',
  partner: 'goodword_partner',
  patient: 'goodword_patient',
};

/** For so long a password that was just entered counts for sensitive acts. */
export const CONFIRMED_MINUTES = 10;

export function isConfirmed({ confirmedAt }: Principal, now: Date): boolean {
  return confirmedAt !== null && addMinutes(confirmedAt, CONFIRMED_MINUTES) > now;
}

/** A page asks many times a minute: the last use is written once in a while. */
const USE_NOTED_EVERY_MINUTES = 1;

export interface Sessions {
  /**
   * Opens a session and returns the `Set-Cookie` value that carries it.
   * @param account with the hash a password was just compared with, if one was
   * @throws `unauthenticated` when the password was changed since that comparison
   */
  open(
    account: { id: string; passwordHash?: string | null },
    options: { twoFactorDone: boolean },
  ): Promise<string>;
  /** Who the cookie belongs to; null when it is unknown, expired or its account is closed. */
  read(cookieHeader: string | null): Promise<Principal | null>;
  /** The same as `read`, but neither prolongs the session nor notes a use: nobody did anything. */
  look(cookieHeader: string | null): Promise<Principal | null>;
  /**
   * A new session id replaces the one of the cookie, with the second factor done or not. When a password was last proved
   * and when the session ends at the latest stay as they were: a factor that is added proves nothing of who adds it.
   * @throws `not_eligible` without a session
   */
  renew(cookieHeader: string | null, options: { twoFactorDone: boolean }): Promise<string>;
  /** Notes that the person proved just now who they are. */
  confirm(cookieHeader: string | null): Promise<void>;
  /** Ends the session and returns the `Set-Cookie` value that clears it. */
  close(cookieHeader: string | null): Promise<string>;
  closeAllOf(accountId: string): Promise<void>;
  deleteExpired(): Promise<void>;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ row: SessionRow }, { row: AccountRow }>;
    DatabaseSessionAttributes: { row: SessionRow; seenPasswordHash?: string | null };
    DatabaseUserAttributes: { row: AccountRow };
  }
}

export interface SessionOptions {
  db: Database;
  clock: Clock;
  audience: AccountAudience;
  secureCookie: boolean;
}

/** The only place that knows Lucia. Stored is SHA-256 of a session id, never the id. */
export function createSessions({ db, clock, audience, secureCookie }: SessionOptions): Sessions {
  const run = <T>(work: (tx: Tx) => Promise<T>) => db.scoped({ audience: 'worker' }, work);
  const limit = limits[audience];
  const lucia = new Lucia(createAdapter(run, clock, audience), {
    getSessionAttributes: ({ row }) => ({ row }),
    getUserAttributes: ({ row }) => ({ row }),
    sessionExpiresIn: new TimeSpan(limit.idleHours, 'h'),
    sessionCookie: {
      name: cookieNames[audience],
      expires: false,
      attributes: { secure: secureCookie, sameSite: 'lax', path: '/' },
    },
  });

  /** The browser forgets the cookie with the absolute limit; without this Lucia sets 400 days. */
  const cookieFor = (sessionId: string, endsAt: Date) => {
    const cookie = lucia.createSessionCookie(sessionId);
    cookie.attributes.maxAge = Math.ceil((endsAt.getTime() - clock.now().getTime()) / 1000);
    return cookie.serialize();
  };

  const begin = async (
    account: { id: string; passwordHash?: string | null },
    facts: Pick<SessionRow, 'createdAt' | 'endsAt' | 'confirmedAt'> & { twoFactorDone: boolean },
  ) => {
    const now = clock.now();
    const { twoFactorDone, ...since } = facts;
    const session = await lucia.createSession(account.id, {
      seenPasswordHash: account.passwordHash,
      row: {
        idHash: '',
        publicId: newId('session', now),
        accountId: account.id,
        audience,
        partnerId: null,
        clientId: null,
        expiresAt: addHours(now, limit.idleHours),
        twoFactorAt: twoFactorDone ? now : null,
        lastUsedAt: now,
        challenge: null,
        challengeEndsAt: null,
        ...since,
      },
    });
    return cookieFor(session.id, since.endsAt);
  };

  const lookOf = async (cookieHeader: string | null, idleMinutes: number | null) =>
    audience === 'partner' ? readLook(run, cookieHeader, { now: clock.now(), idleMinutes }) : null;

  return {
    async open(account, { twoFactorDone }) {
      const now = clock.now();
      const endsAt = addHours(now, limit.totalHours);
      return begin(account, { createdAt: now, endsAt, confirmedAt: now, twoFactorDone });
    },
    async read(cookieHeader) {
      const onlooker = await lookOf(cookieHeader, limits.staff.idleHours * 60);
      if (onlooker) return onlooker;
      const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
      if (!sessionId) return null;
      const { session, user } = await lucia.validateSession(sessionId);
      return session ? describePrincipal(run, user.row, session.row, clock.now()) : null;
    },
    async look(cookieHeader) {
      const onlooker = await lookOf(cookieHeader, null);
      if (onlooker) return onlooker;
      const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
      if (!sessionId) return null;
      const now = clock.now();
      const found = await run(async (tx) => {
        const row = await getSessionWithAccount(tx, hashSecret(sessionId));
        return row && (await mayEnter(tx, row.account)) ? row : null;
      });
      if (found?.session.audience !== audience) return null;
      const { session, account } = found;
      if (session.endsAt <= now || session.expiresAt <= now) return null;
      return principalOf(account, await secondFactorOf(run, account, session), session);
    },
    async renew(cookieHeader, { twoFactorDone }) {
      const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
      const found = sessionId
        ? await run((tx) => getSessionWithAccount(tx, hashSecret(sessionId)))
        : undefined;
      if (!sessionId || !found) {
        throw new AppError('not_eligible', { userMessage: 'Sign in with a browser to do this.' });
      }
      const { createdAt, endsAt, confirmedAt } = found.session;
      const cookie = await begin(found.account, { createdAt, endsAt, confirmedAt, twoFactorDone });
      await lucia.invalidateSession(sessionId);
      return cookie;
    },
    async confirm(cookieHeader) {
      const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
      if (!sessionId) throw new Error('no session to confirm');
      await run((tx) => updateSession(tx, hashSecret(sessionId), { confirmedAt: clock.now() }));
    },
    async close(cookieHeader) {
      const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
      if (sessionId) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
    closeAllOf: (accountId) => lucia.invalidateUserSessions(accountId),
    deleteExpired: () => lucia.deleteExpiredSessions(),
  };
}

/** Asks the database again only for what the session itself does not say: every request passes here. */
async function describePrincipal(
  run: Run,
  account: AccountRow,
  session: SessionRow,
  now: Date,
): Promise<Principal> {
  if (addMinutes(session.lastUsedAt, USE_NOTED_EVERY_MINUTES) <= now) {
    await run((tx) => updateSession(tx, session.idHash, { lastUsedAt: now }));
  }
  return principalOf(account, await secondFactorOf(run, account, session), session);
}

/** What an account may act as. */
export function principalOf(
  account: AccountRow,
  secondFactor: SecondFactor,
  session: { publicId: string | null; confirmedAt: Date | null },
): Principal {
  return {
    accountId: account.id,
    audience: account.audience,
    role: roleOf(account),
    staffRole: account.staffRole,
    partnerRole: account.partnerRole,
    partnerId: account.partnerId,
    clientId: account.clientId,
    name: account.name,
    email: account.email,
    secondFactor,
    totpEnabled: account.totpEnabledAt !== null,
    sessionId: session.publicId,
    confirmedAt: session.confirmedAt,
    look: null,
  };
}

export function roleOf(account: Pick<AccountRow, 'staffRole' | 'partnerRole'>): Role {
  if (account.staffRole) return account.staffRole;
  if (account.partnerRole) return account.partnerRole === 'owner' ? 'partner_owner' : 'partner_member';
  return 'patient';
}

async function secondFactorOf(run: Run, account: AccountRow, session: SessionRow): Promise<SecondFactor> {
  if (hasSecondFactor(account)) return session.twoFactorAt ? 'done' : 'code_needed';
  if (account.audience !== 'staff') return 'done';
  const organisation = await run(getOrganisation);
  return organisation?.staffTwoFactor === 'optional' ? 'done' : 'enrolment_needed';
}

/** A partner whose relation ended has no way in, whatever cookie its people still hold. */
async function mayEnter(tx: Tx, account: AccountRow): Promise<boolean> {
  if (account.disabledAt) return false;
  if (!account.partnerId) return true;
  return (await partnerStatus(tx, account.partnerId)) !== 'terminated';
}

type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

function createAdapter(run: Run, clock: Clock, audience: AccountAudience): Adapter {
  return {
    getSessionAndUser: (sessionId) =>
      run(async (tx): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
        const found = await getSessionWithAccount(tx, hashSecret(sessionId));
        if (!found || found.session.audience !== audience) return [null, null];
        if (found.session.endsAt <= clock.now() || !(await mayEnter(tx, found.account))) return [null, null];
        return [
          toLucia(found.session, sessionId),
          { id: found.account.id, attributes: { row: found.account } },
        ];
      }),
    getUserSessions: async (userId) =>
      (await run((tx) => listSessions(tx, userId))).map((row) => toLucia(row, row.idHash)),
    setSession: (session) =>
      run(async (tx) => {
        // Held until the session is written: a change of the password either is seen here or ends this session too.
        const account = await holdAccount(tx, session.userId);
        const { row, seenPasswordHash } = session.attributes;
        if (!account || (seenPasswordHash !== undefined && account.passwordHash !== seenPasswordHash)) {
          throw new AppError('unauthenticated', {
            userMessage: 'The password of this account was changed a moment ago. Sign in with the new one.',
          });
        }
        await insertSession(tx, {
          ...row,
          partnerId: account.partnerId,
          clientId: account.clientId,
          idHash: hashSecret(session.id),
          expiresAt: session.expiresAt,
        });
      }),
    updateSessionExpiration: (sessionId, expiresAt) =>
      run((tx) => updateSession(tx, hashSecret(sessionId), { expiresAt })),
    deleteSession: (sessionId) => run((tx) => deleteSession(tx, hashSecret(sessionId))),
    deleteUserSessions: (userId) => run((tx) => deleteSessionsOf(tx, userId)),
    deleteExpiredSessions: () => run((tx) => deleteExpiredSessions(tx, clock.now())),
  };
}

function toLucia(row: SessionRow, id: string): DatabaseSession {
  return { id, userId: row.accountId, expiresAt: row.expiresAt, attributes: { row } };
}
