import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { auditQuery } from '../../../features/audit/audit-query.ts';
import { AuditTable } from '../../../features/audit/audit-table.tsx';
import { VerifyTrail } from '../../../features/audit/verify-trail.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Audit trail' };

export default listScreen('audit', async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Audit trail"
      description="Who changed what, when and why. Entries are sealed and never changed."
    />
    <VerifyTrail />
    <AuditTable page={await api.audit.list(auditQuery(query))} />
  </Page>
));
