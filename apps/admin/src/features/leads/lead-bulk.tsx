'use client';

import type { Outputs } from '@goodword/api';
import { Button, ConfirmDialog, type TableSelection } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { ChooseCaretaker } from '../../lib/choose-caretaker.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { groupsOf, requireAll, useBulk } from '../../lib/use-bulk.ts';

type Lead = Outputs['leads']['list']['rows'][number];

export interface LeadBulkProps {
  selection: TableSelection<Lead>;
  assignees: readonly { id: string; name: string }[];
}

/** What can be done with several leads at once. */
export function LeadBulk({ selection, assignees }: LeadBulkProps) {
  const assign = trpc.leads.assignMany.useMutation();
  const lose = trpc.leads.loseMany.useMutation();
  const settle = useBulk(selection, (row) => row.clientName);
  const { keys: ids } = selection;
  const leads = ids.length === 1 ? '1 lead' : `${ids.length} leads`;

  /** Everybody gets back what was theirs. */
  async function giveBack(rows: readonly Lead[], from: string | null) {
    for (const [accountId, group] of groupsOf(rows, (row) => row.assignedTo)) {
      const { results } = await assign.mutateAsync({ ids: group.map(({ id }) => id), accountId, from });
      requireAll(results);
    }
  }

  return (
    <>
      <FormDialog label="Assign" buttonSize="sm" title={`Assign ${leads}`} size="sm">
        {(close) => (
          <ChooseCaretaker
            label="Assigned to"
            people={assignees}
            saveLabel="Assign"
            close={close}
            onSave={async (accountId) => {
              const { results } = await assign.mutateAsync({ ids, accountId });
              settle(results, { one: 'lead', many: 'leads', did: 'assigned' }, (rows) => ({
                run: () => giveBack(rows, accountId),
                undone: 'The leads are where they were',
              }));
            }}
          />
        )}
      </FormDialog>
      <ConfirmDialog
        trigger={<Button size="sm">Mark lost</Button>}
        title={`Mark ${leads} as lost?`}
        consequence="Shares that are still open end, and the partners are told. A lost lead cannot be opened again."
        confirmLabel="Mark lost"
        reason="required"
        onConfirm={async ({ reason }) => {
          const { results } = await lose.mutateAsync({ ids, reason });
          settle(results, { one: 'lead', many: 'leads', did: 'marked lost' });
        }}
      />
    </>
  );
}
