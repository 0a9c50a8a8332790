'use client';

import type { Outputs } from '@goodword/api';
import { Button, ConfirmDialog, toast } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { BulkRefusals, type Refused } from '../../lib/bulk-refusals.tsx';
import { MoneyList } from '../../lib/money-list.tsx';

type Commission = Outputs['commissions']['list']['rows'][number];

export interface ApproveSelectedProps {
  commissions: readonly Commission[];
  clear: () => void;
}

function sumByCurrency(commissions: readonly Commission[]) {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of commissions) {
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

/** Approves the chosen rows, each for itself, and tells of each that was refused. */
export function ApproveSelected({ commissions, clear }: ApproveSelectedProps) {
  const approve = trpc.commissions.approve.useMutation();
  const done = useDone();
  const [refused, setRefused] = useState<Refused[]>([]);

  async function run() {
    const { results } = await approve.mutateAsync({ ids: commissions.map(({ id }) => id) });
    const failed = results.flatMap(({ id, ok, message }) => {
      const name = commissions.find((one) => one.id === id)?.partnerName ?? id;
      return ok ? [] : [{ id, name, message: message ?? 'It was refused.' }];
    });
    const approved = results.length - failed.length;
    setRefused(failed);
    if (approved > 0) done(`${approved} ${approved === 1 ? 'commission' : 'commissions'} approved`);
    else toast.error('No commission was approved');
    if (failed.length === 0) clear();
  }

  return (
    <>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            Approve selected
          </Button>
        }
        title={`Approve ${commissions.length} ${commissions.length === 1 ? 'commission' : 'commissions'}?`}
        consequence={
          <>
            <MoneyList amounts={sumByCurrency(commissions)} />
            Each one is booked and goes into the next payout, or is invoiced where the partner pays. The
            partners get a mail.
          </>
        }
        confirmLabel="Approve"
        tone="primary"
        onConfirm={run}
      />
      <BulkRefusals refused={refused} onClose={() => setRefused([])} clear={clear} />
    </>
  );
}
