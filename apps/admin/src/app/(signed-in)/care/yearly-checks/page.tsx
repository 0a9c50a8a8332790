import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ChecksTable } from '../../../../features/care/checks-table.tsx';
import { oneOf } from '../../../../lib/list.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Yearly checks' };

export default screen(async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Yearly checks"
      description="Whether all is in order with each partner, once a year from the day it became active."
      breadcrumbs={[{ label: 'Care', href: '/care' }, { label: 'Yearly checks' }]}
    />
    <ChecksTable
      page={
        await api.yearlyChecks.list({
          state: oneOf(query.state, ['overdue', 'open', 'closed'] as const),
          cursor: query.cursor,
        })
      }
    />
  </Page>
));
