'use client';

import type { Outputs } from '@goodword/api';
import { Button, ConfirmDialog, type TableSelection } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { MoneyList } from '../../lib/money-list.tsx';
import { useBulk } from '../../lib/use-bulk.ts';

type Commission = Outputs['commissions']['list']['rows'][number];

function sumByCurrency(commissions: readonly Commission[]) {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of commissions) {
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

/** Approves the chosen rows, each for itself. */
export function ApproveSelected({ selection }: { selection: TableSelection<Commission> }) {
  const approve = trpc.commissions.approve.useMutation();
  const settle = useBulk(selection, (row) => row.partnerName);
  const { rows, keys } = selection;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="primary">
          Approve selected
        </Button>
      }
      title={`Approve ${rows.length} ${rows.length === 1 ? 'commission' : 'commissions'}?`}
      consequence={
        <>
          <MoneyList amounts={sumByCurrency(rows)} />
          Each one is booked and goes into the next payout, or is invoiced where the partner pays. The
          partners get a mail.
        </>
      }
      confirmLabel="Approve"
      tone="primary"
      onConfirm={async () => {
        const { results } = await approve.mutateAsync({ ids: keys });
        settle(results, { one: 'commission', many: 'commissions', did: 'approved' });
      }}
    />
  );
}
