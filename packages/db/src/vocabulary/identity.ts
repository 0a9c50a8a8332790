/** The three apps a person can sign in to. */
export const accountAudiences = ['staff', 'partner', 'patient'] as const;
export type AccountAudience = (typeof accountAudiences)[number];

/** Who a database connection acts for. With none stated, every tenant table is empty. */
export const audiences = [...accountAudiences, 'public', 'edge', 'worker'] as const;
export type Audience = (typeof audiences)[number];

export const staffRoles = ['admin', 'manager', 'coordinator', 'finance', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const partnerRoles = ['owner', 'member'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** What the sign-in history of an account tells. */
export const signInOutcomes = [
  'signed_in',
  /** The password was right, the second step was still owed. */
  'second_step_owed',
  'wrong_password',
  /** The password was right, but the account or its partner is closed. */
  'refused',
  'second_step_failed',
  'session_ended',
  'signed_out_everywhere',
] as const;
export type SignInOutcome = (typeof signInOutcomes)[number];

export const signInMethods = ['password', 'totp', 'passkey', 'recovery_code', 'link'] as const;
export type SignInMethod = (typeof signInMethods)[number];

export const tokenPurposes = [
  'accept_invitation',
  'verify_email',
  'confirm_referral',
  'lead_intake',
  'manage_consent',
  'decline_invite',
  'reset_password',
  'change_email',
  'join_team',
  'application_draft',
  'continue_application',
  'confirm_application',
  'set_up',
  'unsubscribe',
  'enter_look',
] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

export const apiScopes = ['events:write', 'checkout:write'] as const;
export type ApiScope = (typeof apiScopes)[number];

export const twoFactorPolicies = ['required', 'optional'] as const;
export type TwoFactorPolicy = (typeof twoFactorPolicies)[number];

/** How much room a row of a list takes. */
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** What a logo can be. No SVG: it can carry scripts. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];

/** How a look at a partner's portal came to its end. */
export const lookEnds = [
  'left',
  'time',
  /** The session of whoever looked ended, the role was lost, or the partnership ended. */
  'cut_off',
] as const;
export type LookEnd = (typeof lookEnds)[number];
