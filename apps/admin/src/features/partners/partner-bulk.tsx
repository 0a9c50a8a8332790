'use client';

import type { TableSelection } from '@goodword/ui';
import type { GroupName } from '../../lib/choose-group.tsx';
import { ChangeStatusOfMany } from './change-status-of-many.tsx';
import { MoveToGroup } from './move-to-group.tsx';
import type { PartnerInList } from './partner-in-list.ts';
import { SetOwnerOfMany } from './set-owner-of-many.tsx';
import { WriteToPartners } from './write-to-partners.tsx';

export interface PartnerBulkProps {
  selection: TableSelection<PartnerInList>;
  caretakers: readonly { id: string; name: string }[];
  groups: readonly GroupName[];
}

/** What can be done with several partners at once: each act settles the selection with what became of every row. */
export function PartnerBulk({ selection, caretakers, groups }: PartnerBulkProps) {
  return (
    <>
      <ChangeStatusOfMany selection={selection} />
      <SetOwnerOfMany selection={selection} caretakers={caretakers} />
      <MoveToGroup selection={selection} groups={groups} />
      <WriteToPartners selection={selection} />
    </>
  );
}
