import type { Metadata } from 'next';
import { IntakeForm } from '../../../../features/leads/intake-form.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'Tell us what you need' };

export default linkScreen<'token'>(async ({ api, params }) => (
  <IntakeForm token={params.token} context={await api.referrals.readIntake({ token: params.token })} />
));
