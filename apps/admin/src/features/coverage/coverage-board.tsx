'use client';

import type { Outputs } from '@goodword/api';
import { coverageMachine, regionName } from '@goodword/api/client';
import { Card, Field, Select, SimpleTable, Stat, StatGrid, StatusBadge, UsTileMap } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { SetCoverage } from './set-coverage.tsx';

type Coverage = Outputs['coverage']['list'];
type Cell = Coverage['cells'][number];

export interface CoverageBoardProps {
  types: Coverage['types'];
  /** The cells of the chosen type. */
  cells: readonly Cell[];
  typeCode: string;
  /** Chosen region, such as `US-MN`. */
  region: string | undefined;
}

/** One partner type across the states: the map, what is chosen, and all of it as a table. */
export function CoverageBoard({ types, cells, typeCode, region }: CoverageBoardProps) {
  const { setQuery } = useTableQuery();
  const may = useMay();
  const byName = cells.toSorted((a, b) => a.regionName.localeCompare(b.regionName));
  const inUs = cells.filter((cell) => cell.region.startsWith('US-'));
  const chosen = cells.find((cell) => cell.region === region);
  const count = (status: Cell['status']) => cells.filter((cell) => cell.status === status).length;
  const manages = may('coverage.manage');
  return (
    <>
      <div className="max-w-xs">
        <Field label="Partner type">
          <Select
            value={typeCode}
            onChange={(event) => setQuery({ type: event.target.value, region: null })}
            options={types.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
      </div>
      <StatGrid>
        {coverageMachine.states.map((status) => (
          <Stat key={status} label={<StatusBadge status={status} />} value={count(status)} help="regions" />
        ))}
        <Stat
          label="Active partners there"
          value={cells.reduce((sum, cell) => sum + cell.activePartners, 0)}
          help="counted once per region"
        />
      </StatGrid>
      {inUs.length > 0 && (
        <Card title="United States" description="Choose a state to see it and to change its status.">
          <UsTileMap
            label="Coverage by state"
            states={inUs.map((cell) => ({
              code: cell.region.slice(3),
              status: cell.status,
              count: cell.activePartners,
              note: cell.note ?? undefined,
            }))}
            countLabel="active partners"
            selected={region?.slice(3)}
            onSelect={(code) => setQuery({ region: `US-${code}` })}
          />
        </Card>
      )}
      {chosen && (
        <Card
          title={regionName(chosen.region)}
          actions={
            <>
              <StatusBadge status={chosen.status} />
              {manages && <SetCoverage cell={chosen} variant="primary" />}
            </>
          }
        >
          <p className="text-sm leading-6">
            {chosen.activePartners === 0
              ? 'No active partner of this type covers it.'
              : `${chosen.activePartners} active ${chosen.activePartners === 1 ? 'partner covers' : 'partners cover'} it.`}
          </p>
          {chosen.note && <p className="mt-1 text-ink-soft text-sm">{chosen.note}</p>}
        </Card>
      )}
      <Card title="All regions" padded={false}>
        <div className="max-h-[34rem] overflow-y-auto">
          <SimpleTable
            label="All regions"
            rows={byName}
            getRowKey={(row) => row.region}
            columns={[
              { key: 'region', header: 'Region', cell: (row) => row.regionName },
              { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
              {
                key: 'partners',
                header: 'Active partners',
                align: 'right',
                cell: (row) => row.activePartners,
              },
              { key: 'note', header: 'Note', cell: (row) => row.note ?? '—' },
              {
                key: 'set',
                header: 'Change',
                cell: (row) => (manages ? <SetCoverage cell={row} inRow /> : '—'),
              },
            ]}
          />
        </div>
      </Card>
    </>
  );
}
