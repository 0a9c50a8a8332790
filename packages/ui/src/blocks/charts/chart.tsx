'use client';

import { Download, Table2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Skeleton } from '../../components/feedback.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useUi } from '../../components/ui-provider.tsx';
import { useHydrated } from '../../hooks/use-hydrated.ts';
import { toCsv } from '../../lib/csv.ts';
import { downloadFile, fileSlug } from '../../lib/download.ts';
import { SimpleTable } from '../data-table/simple-table.tsx';
import {
  type ChartFormat,
  type ChartRow,
  type ChartSeries,
  chartCell,
  chartText,
  placeText,
} from './chart-values.ts';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

export interface ChartProps {
  title: string;
  description?: ReactNode;
  data: readonly ChartRow[];
  x: { key: string; label: string };
  series: readonly ChartSeries[];
  format?: ChartFormat;
  stacked?: boolean;
  height?: number;
  csvName?: string;
}

const NUMBER: ChartFormat = { kind: 'number' };

function ChartTable({ title, data, x, series, format = NUMBER }: ChartProps) {
  const { locale } = useUi();
  const rows = data.map((row, index) => ({ row, key: `${index}-${String(row[x.key])}` }));
  return (
    <div className="max-h-96 overflow-y-auto border-line border-t">
      <SimpleTable
        label={title}
        rows={rows}
        getRowKey={({ key }) => key}
        columns={[
          { key: x.key, header: x.label, cell: ({ row }) => placeText(row[x.key], locale, 'full') },
          ...series.map(({ key, label }) => ({
            key,
            header: label,
            align: 'right' as const,
            cell: ({ row }: { row: ChartRow }) => chartText(row[key], format, locale),
          })),
        ]}
      />
    </div>
  );
}

function saveCsv({ title, csvName, data, x, series, format = NUMBER }: ChartProps): void {
  const header = [x.label, ...series.map(({ label }) => label)];
  const rows = data.map((row) => [
    String(row[x.key] ?? ''),
    ...series.map(({ key }) => chartCell(row[key], format)),
  ]);
  downloadFile(`${csvName ?? fileSlug(title)}.csv`, toCsv(header, rows), 'text/csv;charset=utf-8');
}

function ChartCard({ kind, ...props }: ChartProps & { kind: 'bar' | 'line' }) {
  const { title, description, data, x, series, format = NUMBER, stacked, height = 260 } = props;
  const [asTable, setAsTable] = useState(false);
  // Deferred: what the page can do comes before its drawing.
  const hydrated = useDeferredValue(useHydrated());
  const loading = <Skeleton className="h-full" />;
  return (
    <Card
      title={title}
      description={description}
      padded={false}
      actions={
        data.length > 0 && (
          <>
            <Button size="sm" variant="ghost" icon={<Table2 />} onClick={() => setAsTable(!asTable)}>
              {asTable ? 'View as chart' : 'View as table'}
            </Button>
            <Button size="sm" variant="ghost" icon={<Download />} onClick={() => saveCsv(props)}>
              CSV
            </Button>
          </>
        )
      }
    >
      {data.length === 0 && <EmptyState compact drawing="chart" title="No figures for this period yet" />}
      {data.length > 0 && asTable && <ChartTable {...props} />}
      {data.length > 0 && !asTable && (
        <div className="px-3 pb-4" style={{ height: height + 16 }}>
          {hydrated ? (
            <Suspense fallback={loading}>
              <ChartCanvas
                kind={kind}
                data={data}
                x={x}
                series={series}
                format={format}
                stacked={stacked}
                height={height}
              />
            </Suspense>
          ) : (
            loading
          )}
        </div>
      )}
    </Card>
  );
}

/** Amounts side by side. */
export function BarChart(props: ChartProps) {
  return <ChartCard kind="bar" {...props} />;
}

/** How something went over time. */
export function LineChart(props: ChartProps) {
  return <ChartCard kind="line" {...props} />;
}
