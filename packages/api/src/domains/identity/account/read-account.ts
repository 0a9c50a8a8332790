import type { z } from 'zod';
import { type AccountRow, getOrganisation, listOpenSessions } from '../../../auth/accounts.queries.ts';
import { inScope } from '../../../platform/context.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { countRecoveryCodes, listAccountHistory, listPasskeys } from './account.queries.ts';
import type { accountActions, accountOverview } from './account.schema.ts';
import { requirePrincipal, withOwnAccount } from './own-account.ts';
import { signInsOf } from './read-sign-ins.ts';

const HISTORY_LENGTH = 30;

/** How the caller's own account is protected, where it is signed in and what happened to it. */
export async function readAccount(ctx: RequestContext): Promise<z.infer<typeof accountOverview>> {
  const { sessionId } = requirePrincipal(ctx);
  const now = ctx.clock.now();
  const organisation = await inScope(ctx, getOrganisation);
  return withOwnAccount(ctx, async (tx, _system, account) => {
    const sessions = await listOpenSessions(tx, account.id, now);
    const history = await listAccountHistory(tx, account.id, HISTORY_LENGTH);
    return {
      email: account.email,
      pendingEmail: account.pendingEmail,
      totpEnabled: account.totpEnabledAt !== null,
      mayTurnTotpOff: mayTurnTotpOff(account, organisation?.staffTwoFactor),
      passkeys: await listPasskeys(tx, account.id),
      signIns: await signInsOf(tx, ctx, account.id),
      recoveryCodesLeft: await countRecoveryCodes(tx, account.id),
      sessions: sessions.map(({ publicId, createdAt, lastUsedAt, endsAt }) => ({
        id: publicId,
        openedAt: createdAt,
        lastUsedAt,
        endsAt,
        current: publicId === sessionId,
      })),
      history: history.map((entry) => ({
        ...entry,
        action: entry.action as (typeof accountActions)[number],
      })),
    };
  });
}

/** Staff keep a second factor while the organisation requires it. */
export function mayTurnTotpOff(account: AccountRow, policy: string | undefined): boolean {
  return account.passkeysSince !== null || mayLoseLastFactor(account, policy);
}

export function mayLoseLastFactor({ audience }: AccountRow, policy: string | undefined): boolean {
  return audience !== 'staff' || policy === 'optional';
}
