import type { PartnerRole } from '@goodword/api/client';

/** What each role may do, in words. */
export const roleTexts: Record<PartnerRole, { label: string; description: string }> = {
  owner: { label: 'Owner', description: 'Everything, and the agreement, the profile and the team.' },
  member: { label: 'Member', description: 'Leads, introductions, referrals and links; reads the rest.' },
};

export const roleOptions = (['member', 'owner'] as const).map((value) => ({ value, ...roleTexts[value] }));
