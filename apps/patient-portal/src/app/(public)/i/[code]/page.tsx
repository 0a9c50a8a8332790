import type { Metadata } from 'next';
import { Offer } from '../../../../features/landing/offer.tsx';
import { linkScreen } from '../../../../lib/link-screen.tsx';

export const metadata: Metadata = { title: 'You are invited' };

export default linkScreen<'code'>(async ({ api, params, person }) => (
  <Offer
    code={params.code}
    offer={await api.programs.offer({ code: params.code })}
    signedIn={person?.secondFactor === 'done'}
  />
));
