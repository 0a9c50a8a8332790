'use client';

import type { TableSelection } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { ChooseGroup, type GroupName } from '../../lib/choose-group.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { groupsOf, requireAll, useBulk } from '../../lib/use-bulk.ts';
import type { PartnerInList } from './partner-in-list.ts';

/** Every move of a partner has a reason; so has the way back. */
const UNDONE = 'The move before was taken back.';

export interface MoveToGroupProps {
  selection: TableSelection<PartnerInList>;
  groups: readonly GroupName[];
}

/** Moves the chosen partners to a group, or out of theirs. */
export function MoveToGroup({ selection, groups }: MoveToGroupProps) {
  const move = trpc.partnerGroups.move.useMutation();
  const settle = useBulk(selection, (row) => row.name);
  const { keys: ids } = selection;

  async function giveBack(rows: readonly PartnerInList[], from: string | null) {
    for (const [groupId, some] of groupsOf(rows, (row) => row.groupId)) {
      const back = { ids: some.map(({ id }) => id), groupId, from, reason: UNDONE };
      requireAll((await move.mutateAsync(back)).results);
    }
  }

  return (
    <FormDialog
      label="Move to group"
      buttonSize="sm"
      title={`Move ${ids.length === 1 ? 'this partner' : `these ${ids.length} partners`} to a group`}
    >
      {(close) => (
        <ChooseGroup
          groups={groups}
          mayLeave
          close={close}
          onMove={async (groupId, reason) => {
            const { results } = await move.mutateAsync({ ids, groupId, reason });
            settle(results, { one: 'partner', many: 'partners', did: 'moved' }, (rows) => ({
              run: () => giveBack(rows, groupId),
              undone: 'The partners are where they were',
            }));
          }}
        />
      )}
    </FormDialog>
  );
}
