import type { ReferralRequestStatus } from '@goodword/api/client';

/** The states something still has to happen in, and the one after. */
export const boardStatuses = [
  'pending',
  'matched',
  'intro_sent',
  'connected',
  'closed',
] as const satisfies readonly ReferralRequestStatus[];
export type BoardStatus = (typeof boardStatuses)[number];
