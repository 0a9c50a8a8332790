import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { AuditTable } from '../../../features/audit/audit-table.tsx';
import { VerifyTrail } from '../../../features/audit/verify-trail.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Audit trail' };

/** The one search box takes an action, an account's id or the id of what was changed. */
function wishOf(text: string | undefined) {
  const wish = text?.trim();
  if (!wish) return {};
  if (wish.includes('.')) return { action: wish };
  return wish.startsWith('acc_') ? { actorId: wish } : { subjectId: wish };
}

export default screen(async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Audit trail"
      description="Who changed what, when and why. Entries are sealed and never changed."
    />
    <VerifyTrail />
    <AuditTable page={await api.audit.list({ ...wishOf(query.q), cursor: query.cursor })} />
  </Page>
));
