import type { Outputs } from '@goodword/api';

export type Consent = Outputs['consents']['mine'][number];

export const purposes: Record<Consent['purpose'], string> = {
  lead_sharing: 'So that they can help you with what you are looking for.',
  introduction: 'So that we can introduce you to one of them.',
  referral_report: 'So that the partner who referred you learns how it goes.',
};

export const scopes: Record<Consent['scope'], string> = {
  contact: 'Name, e-mail, phone and location',
  budget: 'Budget, financing and payment',
  requirements: 'What you are looking for',
  appointment: 'Appointments',
  documents: 'Documents',
  report_to_referrer: 'The outcome and the value of a deal',
};

/** What happens when it is taken back. */
export const afterwards: Record<Consent['purpose'], string> = {
  lead_sharing:
    'They stop seeing it at once. Where nothing else is allowed, they lose what we shared about you altogether.',
  introduction: 'We no longer tell them. Without your contact data we cannot introduce you.',
  referral_report: 'They no longer learn how it goes.',
};

export interface ConsentGroup {
  key: string;
  recipientName: string;
  purpose: Consent['purpose'];
  consents: Consent[];
}

/** One entry for each recipient and purpose, with what is allowed first. */
export function groupConsents(consents: readonly Consent[]): ConsentGroup[] {
  const groups = new Map<string, ConsentGroup>();
  for (const consent of consents) {
    const key = `${consent.purpose}:${consent.recipientKind}:${consent.recipient}`;
    const group = groups.get(key);
    if (group) group.consents.push(consent);
    else {
      const { recipientName, purpose } = consent;
      groups.set(key, { key, recipientName, purpose, consents: [consent] });
    }
  }
  const granted = (group: ConsentGroup) => group.consents.some(({ decision }) => decision === 'granted');
  return [...groups.values()].sort(
    (a, b) =>
      Number(granted(b)) - Number(granted(a)) ||
      a.recipientName.localeCompare(b.recipientName) ||
      a.purpose.localeCompare(b.purpose),
  );
}
