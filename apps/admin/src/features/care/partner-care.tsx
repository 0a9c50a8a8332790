'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  Card,
  DateOnly,
  DateTime,
  DefinitionList,
  EmptyState,
  humanize,
  Money,
  SimpleTable,
  StatusBadge,
} from '@goodword/ui';
import { useMay, usePerson } from '../../frame/role.tsx';
import { TouchpointActions } from './touchpoint-actions.tsx';
import { RecordTouchpoint } from './touchpoint-form.tsx';

type Care = Outputs['care']['ofPartner'];

function Cadence({ cadence }: Pick<Care, 'cadence'>) {
  if (!cadence) return 'None: the partner is not active, or its type has none.';
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>
        Every {cadence.days} days, next by <DateOnly value={cadence.dueAt} />
      </span>
      {cadence.overdue && <Badge tone="danger">Overdue</Badge>}
    </span>
  );
}

function Limit({ limit, year }: { limit: Care['limits'][number]; year: number }) {
  const { limitMinor, leftMinor, currency } = limit;
  if (limitMinor === null || leftMinor === null) return 'No limit';
  if (limitMinor === 0n) return 'Gifts and paid meals are not allowed';
  return (
    <>
      <Money amountMinor={leftMinor} currency={currency} /> of{' '}
      <Money amountMinor={limitMinor} currency={currency} /> left in {year}
    </>
  );
}

/** Touchpoints with one partner, when the next is due, and what may still be given. Internal. */
export function PartnerCare({ partnerId, care }: { partnerId: string; care: Care }) {
  const may = useMay();
  const { cadence, limits, touchpoints, year } = care;
  const { organisation } = usePerson();
  const currency = limits.find((limit) => limit.limitMinor !== null)?.currency || organisation.currency;
  return (
    <Card
      title="Care"
      description="Internal: the partner never sees this."
      actions={
        may('care.work') && (
          <RecordTouchpoint partnerId={partnerId} currency={currency} known={{ limits, year }} />
        )
      }
    >
      <DefinitionList
        columns={2}
        items={[
          { label: 'Cadence', value: <Cadence cadence={cadence} /> },
          ...limits.map((limit) => ({
            label: `Gifts, ${limit.typeName}`,
            value: <Limit limit={limit} year={year} />,
          })),
        ]}
      />
      <div className="-mx-5 mt-4 -mb-5 border-line border-t">
        {touchpoints.length === 0 ? (
          <EmptyState compact drawing="people" title="No touchpoints yet">
            Add the first coffee, call or meeting, or plan one.
          </EmptyState>
        ) : (
          <SimpleTable
            label="Touchpoints"
            rows={touchpoints}
            getRowKey={(row) => row.id}
            columns={[
              {
                key: 'kind',
                header: 'What',
                cell: (row) => (
                  <span className="grid gap-0.5">
                    <span className="font-medium">{humanize(row.kind)}</span>
                    {row.note && <span className="text-[0.8125rem] text-ink-soft">{row.note}</span>}
                  </span>
                ),
              },
              { key: 'when', header: 'When', cell: (row) => <DateTime value={row.heldAt} /> },
              {
                key: 'who',
                header: 'Who',
                cell: (row) => (row.withWhom ? `${row.accountName} with ${row.withWhom}` : row.accountName),
              },
              {
                key: 'value',
                header: 'Given',
                align: 'right',
                cell: (row) =>
                  row.valueMinor !== null && row.currency ? (
                    <Money amountMinor={row.valueMinor} currency={row.currency} />
                  ) : (
                    '—'
                  ),
              },
              { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
              { key: 'actions', header: '', cell: (row) => <TouchpointActions touchpoint={row} /> },
            ]}
          />
        )}
      </div>
    </Card>
  );
}
