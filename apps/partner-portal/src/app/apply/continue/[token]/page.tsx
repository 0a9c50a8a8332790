import type { Metadata } from 'next';
import { ContinueDraft } from '../../../../features/apply/continue-draft.tsx';
import { organisation, publicScreen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Continue your application', robots: { index: false } };

export default publicScreen<'token'>(async ({ api, params: { token } }) => {
  const [{ name }] = await Promise.all([organisation(), api.applications.readDraftLink({ token })]);
  return <ContinueDraft organisation={name} token={token} />;
});
