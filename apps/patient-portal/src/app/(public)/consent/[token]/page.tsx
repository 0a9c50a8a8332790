import type { Metadata } from 'next';
import { ConsentsByLink } from '../../../../features/consents/consents-by-link.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'What you allowed' };

export default linkScreen<'token'>(async ({ api, params }) => (
  <ConsentsByLink token={params.token} facts={await api.consents.byLink({ token: params.token })} />
));
