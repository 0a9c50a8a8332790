import type { AccountAudience, PartnerRole, StaffRole } from '@goodword/db/vocabulary';
import type { Role } from './permissions.ts';

/** What the principal knows of the look it stands for. */
export interface Look {
  id: string;
  partnerName: string;
  reason: string;
  endsAt: Date;
}

/** What a signed-in person still has to do before anything else. */
export type SecondFactor = 'done' | 'code_needed' | 'enrolment_needed';

export interface Principal {
  accountId: string;
  audience: AccountAudience;
  role: Role;
  staffRole: StaffRole | null;
  partnerRole: PartnerRole | null;
  partnerId: string | null;
  clientId: string | null;
  name: string;
  email: string;
  secondFactor: SecondFactor;
  totpEnabled: boolean;
  /** Names the session to its owner; null for somebody who acts without one. */
  sessionId: string | null;
  /** When the person last proved who they are. */
  confirmedAt: Date | null;
  /** Set: an administrator sees a partner's portal as it does. Every write is refused. */
  look: Look | null;
}
