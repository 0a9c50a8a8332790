import { Page, PageHeader, Tabs } from '@goodword/ui';
import type { Metadata } from 'next';
import { boardStatuses } from '../../../features/introductions/board-statuses.ts';
import { RequestsBoard, RequestsTable } from '../../../features/introductions/requests-board.tsx';
import { requestsQuery } from '../../../features/introductions/requests-query.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Introductions' };

export default listScreen(
  'introductions',
  async ({ api, query }) => {
    const isList = query.view === 'list';
    return (
      <Page width="wide">
        <PageHeader
          title="Introductions"
          description="Groups that look for a professional, and whom we introduce."
        />
        <Tabs
          label="View"
          value={isList ? 'list' : 'board'}
          tabs={[
            { value: 'board', label: 'Board', href: '/introductions' },
            { value: 'list', label: 'List', href: '/introductions?view=list' },
          ]}
        />
        {isList ? (
          <RequestsTable
            page={await api.requests.list(requestsQuery(query))}
            types={await api.catalogue.partnerTypes()}
          />
        ) : (
          <RequestsBoard
            columns={
              await Promise.all(
                boardStatuses.map(async (status) => {
                  const { rows, nextCursor } = await api.requests.list({ status });
                  return { status, rows, more: nextCursor !== null };
                }),
              )
            }
          />
        )}
      </Page>
    );
  },
  { view: 'list' },
);
