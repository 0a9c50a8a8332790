'use client';

import {
  Bar,
  CartesianGrid,
  Line,
  BarChart as RechartsBars,
  LineChart as RechartsLines,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { useUi } from '../../components/ui-provider.tsx';
import {
  axisText,
  type ChartFormat,
  type ChartRow,
  type ChartSeries,
  chartText,
  placeText,
  toPosition,
} from './chart-values.ts';

const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)', 'var(--chart-5)'];

/** Lines differ in their dashes too, not in colour alone. */
const DASHES = [undefined, '6 3', '2 3', '8 3 2 3', '1 4'];

export interface ChartCanvasProps {
  kind: 'bar' | 'line';
  data: readonly ChartRow[];
  x: { key: string; label: string };
  series: readonly ChartSeries[];
  format: ChartFormat;
  stacked?: boolean;
  height: number;
}

const axis = {
  stroke: 'var(--line)',
  tick: { fill: 'var(--ink-faint)', fontSize: 12 },
  tickLine: false,
} as const;

/** The colour of a series. */
function Dot({ at }: { at: number }) {
  return (
    <span aria-hidden className="size-2 rounded-full" style={{ background: COLOURS[at % COLOURS.length] }} />
  );
}

interface TipProps extends Pick<TooltipContentProps, 'active' | 'label' | 'payload'> {
  canvas: ChartCanvasProps;
}

function Tip({ active, label, payload, canvas }: TipProps) {
  const { locale } = useUi();
  const row: unknown = payload?.[0]?.payload;
  const index = row && typeof row === 'object' && 'index' in row ? Number(row.index) : -1;
  const source = canvas.data[index];
  if (!active || !source) return null;
  return (
    <div className="rounded-control border border-line bg-surface px-3 py-2 text-xs shadow-pop">
      <p className="mb-1 font-medium text-ink">{placeText(String(label ?? ''), locale, 'full')}</p>
      {canvas.series.map((series, at) => (
        <p key={series.key} className="flex items-center gap-2 text-ink-soft">
          <Dot at={at} />
          <span className="flex-1">{series.label}</span>
          <span className="pl-3 font-medium text-ink tabular-nums">
            {chartText(source[series.key], canvas.format, locale)}
          </span>
        </p>
      ))}
    </div>
  );
}

const LEGEND_HEIGHT = 24;

/** Ours and not the library's, which would measure its own and then draw the whole chart again. */
function Legend({ series }: Pick<ChartCanvasProps, 'series'>) {
  return (
    <ul
      className="flex items-center justify-center gap-x-4 overflow-hidden text-ink-soft text-xs"
      style={{ height: LEGEND_HEIGHT }}
    >
      {series.map(({ key, label }, at) => (
        <li key={key} className="flex items-center gap-1.5 whitespace-nowrap">
          <Dot at={at} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The part that needs the charting library; loaded when a chart is on the page. */
export default function ChartCanvas(props: ChartCanvasProps) {
  const { kind, data, x, series, format, stacked, height } = props;
  const { locale } = useUi();
  const points = data.map((row, index) => ({
    index,
    [x.key]: String(row[x.key] ?? ''),
    ...Object.fromEntries(series.map(({ key }) => [key, toPosition(row[key])])),
  }));
  const hasLegend = series.length > 1;
  const plotHeight = hasLegend ? height - LEGEND_HEIGHT : height;
  const Chart = kind === 'bar' ? RechartsBars : RechartsLines;
  return (
    <>
      <Chart
        responsive
        style={{ width: '100%', height: plotHeight }}
        data={points}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey={x.key}
          minTickGap={24}
          tickFormatter={(value: string) => placeText(value, locale, 'short')}
          {...axis}
        />
        <YAxis
          width={52}
          axisLine={false}
          allowDecimals={format.kind !== 'number'}
          tickFormatter={(value: number) => axisText(value, format, locale)}
          {...axis}
        />
        <Tooltip
          cursor={kind === 'bar' ? { fill: 'var(--subtle)' } : { stroke: 'var(--field)' }}
          content={({ active, label, payload }) => (
            <Tip active={active} label={label} payload={payload} canvas={props} />
          )}
        />
        {series.map(({ key, label }, index) =>
          kind === 'bar' ? (
            <Bar
              key={key}
              dataKey={key}
              name={label}
              stackId={stacked ? 'all' : undefined}
              fill={COLOURS[index % COLOURS.length]}
              radius={stacked ? 0 : [4, 4, 0, 0]}
              maxBarSize={40}
              isAnimationActive={false}
            />
          ) : (
            <Line
              key={key}
              type="monotone"
              dataKey={key}
              name={label}
              stroke={COLOURS[index % COLOURS.length]}
              strokeDasharray={DASHES[index % DASHES.length]}
              strokeWidth={2}
              dot={points.length < 3}
              isAnimationActive={false}
            />
          ),
        )}
      </Chart>
      {hasLegend && <Legend series={series} />}
    </>
  );
}
