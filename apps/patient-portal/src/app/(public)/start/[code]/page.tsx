import type { Metadata } from 'next';
import { StartForm } from '../../../../features/leads/start-form.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'Tell us what you need' };

export default linkScreen<'code'>(async ({ api, params }) => (
  <StartForm code={params.code} context={await api.referrals.readLink({ code: params.code })} />
));
