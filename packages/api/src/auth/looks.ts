import type { Tx } from '@goodword/db';
import { hashSecret } from '../platform/vault.ts';
import { addMinutes } from '../shared/clock.ts';
import { findOpenLook, prolongSession } from './looks.queries.ts';
import type { Principal } from './principal.ts';

/** The longest anybody looks. Nothing prolongs it. */
export const LOOK_MINUTES = 30;

/**
 * A cookie of its own: the partner's own session in the same browser stays as it is, gives way while the look lasts, and
 * counts again after it.
 */
export const LOOK_COOKIE = 'goodword_look';

const SECRET = new RegExp(`(?:^|;\\s*)${LOOK_COOKIE}=([0-9a-z]{32})(?:;|$)`);

export function lookCookie(secret: string | null, secure: boolean): string {
  const age = secret ? LOOK_MINUTES * 60 : 0;
  return `${LOOK_COOKIE}=${secret ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/**
 * Who looks with this cookie; null without one and when the look shows nothing any more: its time is over, the session
 * it hangs on ended, the role was lost or the partnership ended.
 * @param idleMinutes how long that session may rest; null when nothing was done and nothing is prolonged
 */
export async function readLook(
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  cookieHeader: string | null,
  { now, idleMinutes }: { now: Date; idleMinutes: number | null },
): Promise<Principal | null> {
  const secret = SECRET.exec(cookieHeader ?? '')?.[1];
  if (!secret) return null;
  const found = await run(async (tx) => {
    const open = await findOpenLook(tx, hashSecret(secret), now);
    if (open && idleMinutes !== null) {
      await prolongSession(tx, open.look.staffSession, addMinutes(now, idleMinutes), now);
    }
    return open;
  });
  if (!found?.look.endsAt) return null;
  const { look, staff, partnerName } = found;
  // The scope of the partner, none of its roles, and none of one's own: nothing of a person is opened.
  return {
    accountId: staff.id,
    audience: 'partner',
    role: 'partner_onlooker',
    staffRole: null,
    partnerRole: null,
    partnerId: look.partnerId,
    clientId: null,
    name: staff.name,
    email: staff.email,
    secondFactor: 'done',
    totpEnabled: false,
    sessionId: null,
    confirmedAt: null,
    look: { id: look.id, partnerName, reason: look.reason, endsAt: found.look.endsAt },
  };
}
