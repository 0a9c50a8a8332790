'use client';

import { Check, Clock, Minus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { StatusBadge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { LinkTo } from '../components/ui-provider.tsx';
import { cn } from '../lib/cn.ts';
import { type UsTile, usTiles } from '../lib/us-tiles.ts';
import { humanize, statusTone, type Tone } from '../lib/words.ts';
import { SimpleTable } from './data-table/simple-table.tsx';

export interface UsState {
  /** Postal code, such as `IN`. */
  code: string;
  status: string;
  /** Partners there, or people waiting. */
  count?: number;
  note?: string;
}

export interface UsTileMapProps {
  label: string;
  states: readonly UsState[];
  hrefFor?: (code: string) => string;
  /** The same as text, for server components: `"/coverage/US-{code}"`. */
  hrefTemplate?: string;
  onSelect?: (code: string) => void;
  selected?: string;
  countLabel?: string;
  /** What a state without an entry is. */
  fallbackStatus?: string;
}

/** Colour never stands alone: each status has its sign too. */
const signs: Record<Tone, typeof Check> = {
  success: Check,
  warning: Clock,
  neutral: Minus,
  info: Clock,
  danger: Minus,
};

const tileTones: Record<Tone, string> = {
  success: 'border-success-line bg-success-soft text-success-ink',
  warning: 'border-warning-line bg-warning-soft text-warning-ink',
  info: 'border-info-line bg-info-soft text-info-ink',
  danger: 'border-danger-line bg-danger-soft text-danger-ink',
  neutral: 'border-line bg-subtle text-ink-faint',
};

type StateTile = UsTile & Omit<UsState, 'code'>;

function describe(tile: StateTile, countLabel: string): string {
  const count = tile.count === undefined ? '' : `, ${tile.count} ${countLabel}`;
  return `${tile.name}: ${humanize(tile.status)}${count}`;
}

interface TileProps {
  tile: StateTile;
  label: string;
  href?: string;
  selected: boolean;
  onSelect?: (code: string) => void;
}

function Tile({ tile, label, href, selected, onSelect }: TileProps) {
  const tone = statusTone(tile.status);
  const Sign = signs[tone];
  const classes = cn(
    'flex aspect-square w-full flex-col items-center justify-center rounded-[0.3125rem] border font-semibold text-[0.6875rem] leading-none sm:gap-1 sm:rounded-control sm:text-xs',
    tileTones[tone],
    (href || onSelect) && 'transition-shadow hover:ring-2 hover:ring-accent',
    selected && 'ring-2 ring-accent',
  );
  const content = (
    <>
      <span aria-hidden>{tile.code}</span>
      <span
        aria-hidden
        className="flex items-center gap-0.5 font-normal text-[0.625rem] tabular-nums max-sm:hidden"
      >
        <Sign className="size-3" />
        {tile.count ? tile.count : null}
      </span>
      <span className="sr-only">{label}</span>
    </>
  );
  if (href) {
    return (
      <LinkTo
        href={href}
        prefetch={false}
        title={label}
        aria-current={selected ? 'true' : undefined}
        className={classes}
      >
        {content}
      </LinkTo>
    );
  }
  if (onSelect) {
    return (
      <button
        type="button"
        title={label}
        aria-pressed={selected}
        onClick={() => onSelect(tile.code)}
        className={classes}
      >
        {content}
      </button>
    );
  }
  return (
    <span title={label} className={classes}>
      {content}
    </span>
  );
}

function Legend({ tiles }: { tiles: readonly StateTile[] }) {
  const counts = new Map<string, number>();
  for (const tile of tiles) counts.set(tile.status, (counts.get(tile.status) ?? 0) + 1);
  const order: Tone[] = ['success', 'info', 'warning', 'danger', 'neutral'];
  const entries = [...counts].sort(([a], [b]) => order.indexOf(statusTone(a)) - order.indexOf(statusTone(b)));
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-[0.8125rem] text-ink-soft">
      {entries.map(([status, count]) => {
        const tone = statusTone(status);
        const Sign = signs[tone];
        return (
          <li key={status} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className={cn('flex size-5 items-center justify-center rounded border', tileTones[tone])}
            >
              <Sign className="size-3" />
            </span>
            {humanize(status)} <span className="text-ink-faint tabular-nums">{count}</span>
          </li>
        );
      })}
    </ul>
  );
}

function stateLink(props: UsTileMapProps, code: string): string | undefined {
  return props.hrefFor?.(code) ?? props.hrefTemplate?.replace('{code}', code);
}

function StateTable({ tiles, props }: { tiles: readonly StateTile[]; props: UsTileMapProps }) {
  const sorted = [...tiles].sort((a, b) => a.name.localeCompare(b.name));
  const choose = (tile: StateTile): ReactNode =>
    props.onSelect && !stateLink(props, tile.code) ? (
      <button
        type="button"
        className="rounded-sm font-medium text-accent-ink hover:underline"
        onClick={() => props.onSelect?.(tile.code)}
      >
        {tile.name}
      </button>
    ) : (
      tile.name
    );
  return (
    <div className="max-h-[32rem] overflow-y-auto rounded-card border border-line">
      <SimpleTable
        label={props.label}
        rows={sorted}
        getRowKey={(tile) => tile.code}
        rowHref={stateLink(props, 'XX') ? (tile) => stateLink(props, tile.code) ?? '' : undefined}
        columns={[
          { key: 'name', header: 'State', cell: choose },
          { key: 'status', header: 'Status', cell: (tile) => <StatusBadge status={tile.status} /> },
          {
            key: 'count',
            header: humanize(props.countLabel ?? 'partners'),
            align: 'right',
            cell: (tile) => tile.count ?? 0,
          },
          { key: 'note', header: 'Note', cell: (tile) => tile.note ?? '' },
        ]}
      />
    </div>
  );
}

/** The states as tiles, coloured and signed by status; the same facts as a table one press away. */
export function UsTileMap(props: UsTileMapProps) {
  const {
    label,
    states,
    onSelect,
    selected,
    countLabel = 'partners',
    fallbackStatus = 'unavailable',
  } = props;
  const [asTable, setAsTable] = useState(false);
  const byCode = new Map(states.map((state) => [state.code, state]));
  const tiles: StateTile[] = usTiles.map((tile) => ({
    status: fallbackStatus,
    ...byCode.get(tile.code),
    ...tile,
  }));
  return (
    <section data-slot="us-tile-map" aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Legend tiles={tiles} />
        <Button size="sm" variant="ghost" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'View as map' : 'View as table'}
        </Button>
      </div>
      {asTable ? (
        <StateTable tiles={tiles} props={props} />
      ) : (
        <ul className="mx-auto grid w-full max-w-3xl grid-cols-11 gap-0.5 sm:gap-1.5">
          {tiles.map((tile) => (
            <li key={tile.code} style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1 }}>
              <Tile
                tile={tile}
                label={describe(tile, countLabel)}
                href={stateLink(props, tile.code)}
                selected={tile.code === selected}
                onSelect={onSelect}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
