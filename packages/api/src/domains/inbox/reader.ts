import type { Scope } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import type { Reader } from './readers.queries.ts';

/** The database as this person sees it. */
export function scopeOfReader({ audience, accountId, partnerId, clientId }: Reader): Scope {
  return {
    audience,
    accountId,
    partnerId: partnerId ?? undefined,
    clientId: clientId ?? undefined,
  };
}

/** The address of the app that this person uses. */
export function homeOf({ urls }: Context, audience: AccountAudience): string {
  return { staff: urls.admin, partner: urls.partner, patient: urls.patient }[audience];
}
