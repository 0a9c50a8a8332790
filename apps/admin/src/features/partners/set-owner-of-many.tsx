'use client';

import type { TableSelection } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { ChooseCaretaker } from '../../lib/choose-caretaker.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { groupsOf, requireAll, useBulk } from '../../lib/use-bulk.ts';
import type { PartnerInList } from './partner-in-list.ts';

export interface SetOwnerOfManyProps {
  selection: TableSelection<PartnerInList>;
  caretakers: readonly { id: string; name: string }[];
}

/** Gives the chosen partners an account manager. */
export function SetOwnerOfMany({ selection, caretakers }: SetOwnerOfManyProps) {
  const setOwner = trpc.partners.setOwner.useMutation();
  const settle = useBulk(selection, (row) => row.name);
  const { keys: ids } = selection;

  async function giveBack(rows: readonly PartnerInList[], from: string | null) {
    for (const [accountId, group] of groupsOf(rows, (row) => row.ownerAccountId)) {
      const { results } = await setOwner.mutateAsync({ ids: group.map(({ id }) => id), accountId, from });
      requireAll(results);
    }
  }

  return (
    <FormDialog
      label="Account manager"
      buttonSize="sm"
      title={`Who looks after ${ids.length === 1 ? 'this partner' : `these ${ids.length} partners`}?`}
      size="sm"
    >
      {(close) => (
        <ChooseCaretaker
          label="Account manager"
          people={caretakers}
          saveLabel="Save"
          close={close}
          onSave={async (accountId) => {
            const { results } = await setOwner.mutateAsync({ ids, accountId });
            settle(results, { one: 'partner', many: 'partners', did: 'handed over' }, (rows) => ({
              run: () => giveBack(rows, accountId),
              undone: 'The partners are where they were',
            }));
          }}
        />
      )}
    </FormDialog>
  );
}
