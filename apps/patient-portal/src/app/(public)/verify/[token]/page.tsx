import type { Metadata } from 'next';
import { VerifyEmail } from '../../../../features/account/verify-email.tsx';
import { organisation, publicScreen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Confirm your e-mail' };

export default publicScreen<'token'>(async ({ params }) => (
  <VerifyEmail token={params.token} organisation={(await organisation()).name} />
));
