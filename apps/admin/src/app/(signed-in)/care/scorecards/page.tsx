import { figureKeys, scorecardWindows } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ScorecardsTable } from '../../../../features/care/scorecards-table.tsx';
import { sortOf } from '../../../../lib/list.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Scorecards' };

export default screen(async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Scorecards"
      description="How active partners do, with the numbers behind each figure. Under five there are too few to say. Partners never see this."
      breadcrumbs={[{ label: 'Care', href: '/care' }, { label: 'Scorecards' }]}
    />
    <ScorecardsTable
      page={
        await api.scorecards.list({
          ...sortOf(query, ['name', ...figureKeys]),
          days: scorecardWindows.find((days) => String(days) === query.days),
          cursor: query.cursor,
        })
      }
    />
  </Page>
));
