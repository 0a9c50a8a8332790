import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { CalendarCard } from '../../../features/care/calendar-card.tsx';
import { DueTable } from '../../../features/care/due-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Care' };

export default screen(async ({ api, query }) => {
  const due = oneOf(query.due, ['overdue', 'soon', 'all'] as const);
  const [page, types, calendar] = await Promise.all([
    api.care.due({ due, partnerTypeCode: query.type || undefined, cursor: query.cursor }),
    api.catalogue.partnerTypes(),
    api.care.calendar(),
  ]);
  return (
    <Page width="wide">
      <PageHeader
        title="Care"
        description="Partners who should hear from us, the longest overdue first."
        actions={
          <>
            <Button href="/care/scorecards">Scorecards</Button>
            <Button href="/care/complaints">Complaints</Button>
            <Button href="/care/yearly-checks">Yearly checks</Button>
            <Button href="/care/touchpoints">Touchpoints</Button>
            <Button href="/care/rules">Cadence and gift limits</Button>
          </>
        }
      />
      <DueTable page={page} types={types} />
      <CalendarCard since={calendar.since} />
    </Page>
  );
});
