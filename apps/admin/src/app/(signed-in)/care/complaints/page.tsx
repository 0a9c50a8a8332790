import { complaintMachine, plural } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ComplaintsTable } from '../../../../features/care/complaints-table.tsx';
import { oneOf } from '../../../../lib/list.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Complaints' };

export default screen(async ({ api, person, query }) => (
  <Page width="wide">
    <PageHeader
      title="Complaints"
      description={`What clients, ${plural(person.organisation.patientWord)} and colleagues complain about. Partners never see this.`}
      breadcrumbs={[{ label: 'Care', href: '/care' }, { label: 'Complaints' }]}
    />
    <ComplaintsTable
      page={
        await api.complaints.list({
          status: oneOf(query.status, complaintMachine.states),
          cursor: query.cursor,
        })
      }
    />
  </Page>
));
