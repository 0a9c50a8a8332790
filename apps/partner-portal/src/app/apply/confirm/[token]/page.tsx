import type { Metadata } from 'next';
import { ConfirmApplication } from '../../../../features/apply/confirm-application.tsx';
import { organisation, publicScreen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Send your application', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params: { token } }) => {
  const [{ name }, form] = await Promise.all([organisation(), api.applications.readConfirmation({ token })]);
  return <ConfirmApplication organisation={name} token={token} {...form} />;
});
