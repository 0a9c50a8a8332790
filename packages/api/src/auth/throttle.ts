import type { Database } from '@goodword/db';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../shared/errors.ts';

export interface Limit {
  /** Names the counter. */
  name: string;
  points: number;
  perSeconds: number;
}

/** Guesses against one account, whatever address they come from. */
export const signInPerAccount: Limit = { name: 'sign-in-account', points: 10, perSeconds: 900 };
/** Guesses from one address, whatever account they are for. */
export const signInPerAddress: Limit = { name: 'sign-in-address', points: 60, perSeconds: 900 };
/** Public forms from one address. */
export const publicFormPerAddress: Limit = { name: 'public-form', points: 60, perSeconds: 3600 };

/** A form that saves itself while it is typed. */
export const draftsPerAddress: Limit = { name: 'drafts', points: 600, perSeconds: 3600 };
/** Drafts that are begun. */
export const newDraftsPerAddress: Limit = { name: 'new-drafts', points: 60, perSeconds: 3600 };
/** Files from visitors. */
export const uploadsPerAddress: Limit = { name: 'uploads', points: 40, perSeconds: 3600 };

/** Sheets that are drawn for visitors: each takes the processor for a moment. */
export const sheetsPerAddress: Limit = { name: 'sheets', points: 30, perSeconds: 60 };

/** Letters with a link that one account or address can be sent by asking again and again. */
export const lettersPerRecipient: Limit = { name: 'letters', points: 5, perSeconds: 3600 };
/** People unknown to us that one account can have us write to. */
export const lettersToStrangers: Limit = { name: 'letters-to-strangers', points: 100, perSeconds: 3600 };
/** Colleagues one person can invite. */
export const invitationsPerPerson: Limit = { name: 'invitations', points: 30, perSeconds: 3600 };

export interface Throttle {
  /**
   * Takes one point.
   * @param key already hashed: no address or e-mail is stored
   * @throws `rate_limited` with the seconds to wait
   */
  take(limit: Limit, key: string): Promise<void>;
}

/** Counters live in the database, so the limit holds across processes. */
export function createThrottle(db: Database): Throttle {
  const limiters = new Map<string, RateLimiterPostgres>();
  const storeClient = {
    query: async ({ text, values }: { text: string; values?: never[] }) => ({
      rows: await db.pool.unsafe(text, values),
    }),
  };
  const limiterFor = (limit: Limit) => {
    let limiter = limiters.get(limit.name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.points,
        duration: limit.perSeconds,
      });
      limiters.set(limit.name, limiter);
    }
    return limiter;
  };
  return {
    async take(limit, key) {
      try {
        await limiterFor(limit).consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppError('rate_limited', {
          userMessage: `Too many attempts. Wait ${Math.ceil(seconds / 60)} minute(s) and try again.`,
          retryAfterSeconds: seconds,
        });
      }
    },
  };
}
