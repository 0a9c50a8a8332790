/** What people agree to, word for word. A changed text gets a new version; events keep the version they saw. */
export const consentWording = {
  version: '2026-1',
  locale: 'en',
  /** The partner's own statement when it refers a client. */
  partnerAttestation:
    'This person asked me to refer them, or agreed that I pass on their name and contact details, and knows that you will write to them.',
  /** Shown on the intake form above the choices. */
  intake:
    'You decide what we may pass on, to whom, and you can take it back at any time. Nothing is passed on without a choice of yours.',
  shareContact: 'Name, e-mail, phone and location',
  shareBudget: 'Budget, financing and payment',
  shareRequirements: 'What you are looking for',
  reportToReferrer: 'Tell the partner who referred me how it goes: the outcome and the value of a deal',
} as const;
