import type { Outputs } from '@goodword/api';
import { Alert } from '@goodword/ui';
import { OnboardingChecklist } from './onboarding-checklist.tsx';

type Onboarding = Outputs['onboarding']['state'];

/** Where the partnership stands, when something is to do or to know about it. */
export function Standing({ onboarding }: { onboarding: Onboarding }) {
  switch (onboarding.partner.status) {
    case 'invited':
    case 'pending_review':
    case 'approved':
    case 'active':
      return <OnboardingChecklist onboarding={onboarding} />;
    case 'inactive':
      return (
        <Alert tone="info" title="Your partnership is resting">
          You can finish what is open, and read everything. Write to your contact with us to start it again.
        </Alert>
      );
    case 'suspended':
      return (
        <Alert tone="warning" title="Your partnership is suspended">
          No leads are shared and no clients can be referred for now. Your contact with us tells you why.
        </Alert>
      );
    case 'rejected':
      return (
        <Alert tone="info" title="We cannot take you on at the moment">
          The e-mail we sent you says why. You are welcome to apply again later.
        </Alert>
      );
    case 'terminated':
      return <Alert tone="info">The partnership has ended. What you earned before stays owed to you.</Alert>;
  }
}
