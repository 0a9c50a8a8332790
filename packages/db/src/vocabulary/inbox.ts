/** What the platform tells a person about. Who gets which and how stands in the catalogue of the inbox. */
export const notificationKinds = [
  'application_received',
  'referral_received',
  'lead_assigned',
  'share_accepted',
  'share_rejected',
  'share_returned',
  'share_expired',
  'deal_reported',
  'commission_to_approve',
  'reward_to_approve',
  'introduction_requested',
  'introduction_declined',
  'credential_to_check',
  'credential_ending',
  'job_failed',
  'message_failed',
  'lead_offered',
  'lead_taken_back',
  'offer_expired',
  'introduction_received',
  'referral_progress',
  'commission_approved',
  'commission_invoiced',
  'commission_paid',
  'payout_paid',
  'agreement_changed',
  'group_changed',
  'own_credential_ending',
  'credential_decided',
  'member_joined',
  'friend_joined',
  'reward_available',
  'reward_expiring',
  'introduction_made',
  'introduction_connected',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Where a person is told: in the app at once, by mail at once, or with everything else in one mail. */
export const notificationChannels = ['in_app', 'email', 'digest'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];

export const digestRhythms = ['daily', 'weekly', 'never'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];
