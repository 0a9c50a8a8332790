'use client';

import type { Outputs } from '@goodword/api';
import { figureKeys } from '@goodword/api/client';
import { DataTable, type DataTableColumn, EmptyState, type TableView } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { type Figure, figureInWords, figureNames, numbersBehind, trendOf } from './figure-words.ts';

type Page = Outputs['scorecards']['list'];
type Row = Page['rows'][number];

const trendWords = { better: 'better', worse: 'worse', same: 'as before' } as const;
const trendColours = { better: 'text-success-ink', worse: 'text-danger-ink', same: 'text-ink-soft' } as const;

function FigureCell({ figure }: { figure: Figure | undefined }) {
  if (!figure) return '—';
  const trend = trendOf(figure);
  return (
    <span className="grid gap-0.5">
      <span className={figure.value === null ? 'text-ink-soft' : 'font-medium tabular-nums'}>
        {figureInWords(figure)}
      </span>
      <span className="text-[0.8125rem] text-ink-soft">{numbersBehind(figure)}</span>
      {figure.trend && trend && (
        <span className={`text-[0.8125rem] ${trendColours[figure.trend]}`}>
          {figure.trend === 'same' ? trend.label : `${trendWords[figure.trend]}, ${trend.label}`}
        </span>
      )}
    </span>
  );
}

const columns: DataTableColumn<Row>[] = [
  { key: 'name', header: 'Partner', sortable: true, cell: (row) => row.partnerName },
  ...figureKeys.map((key) => ({
    key,
    header: figureNames[key],
    sortable: true,
    cell: (row: Row) => <FigureCell figure={row.figures.find((figure) => figure.key === key)} />,
  })),
];

const views: TableView[] = [
  { label: 'Half a year', query: {} },
  { label: 'Quarter', query: { days: '90' } },
  { label: 'Year', query: { days: '365' } },
];

/** How all active partners do, by any figure. */
export function ScorecardsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Scorecards"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.partnerId}
      rowHref={(row) => `/partners/${row.partnerId}`}
      views={views}
      defaultSort={{ key: 'name', dir: 'asc' }}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="No active partners yet" drawing="people">
          How partners answer, convert and keep what they close is counted here once they are active.
        </EmptyState>
      }
    />
  );
}
