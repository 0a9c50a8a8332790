import type { AccountAudience } from '@goodword/db/vocabulary';
import type { Context } from '../../../platform/context.ts';

/** The app that people of this audience sign in to. */
export function appUrl({ urls }: Context, audience: AccountAudience): string {
  return { staff: urls.admin, partner: urls.partner, patient: urls.patient }[audience];
}
