/** What a client can allow or refuse, one by one. */
export const consentScopes = [
  'contact',
  'budget',
  'requirements',
  'appointment',
  'documents',
  'report_to_referrer',
] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** The three scopes that a lead share can tick. */
export const shareScopes = ['contact', 'budget', 'requirements'] as const;
export type ShareScope = (typeof shareScopes)[number];

export const consentPurposes = ['lead_sharing', 'introduction', 'referral_report'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** A recipient is a class (a partner type code) or one partner. */
export const recipientKinds = ['class', 'partner'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

export const consentDecisions = ['granted', 'withdrawn'] as const;
export type ConsentDecision = (typeof consentDecisions)[number];

export const consentChannels = ['web_form', 'patient_portal', 'staff_recorded', 'phone', 'paper'] as const;
export type ConsentChannel = (typeof consentChannels)[number];
