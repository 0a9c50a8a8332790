'use client';

import type { Outputs } from '@goodword/api';
import { Card, TextLink } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { ChooseGroup, type GroupName } from '../../lib/choose-group.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { requireAll } from '../../lib/use-bulk.ts';
import { MovesList } from './moves-list.tsx';

export interface PartnerGroupCardProps {
  partner: Pick<Outputs['partners']['get'], 'id' | 'name' | 'status' | 'groupId' | 'groupName'>;
  groups: readonly GroupName[];
  moves: Outputs['partnerGroups']['moves'];
}

/** Which group a partner is in, how it came there, and the way to another. */
export function PartnerGroupCard({ partner, groups, moves }: PartnerGroupCardProps) {
  const may = useMay();
  const done = useDone();
  const move = trpc.partnerGroups.move.useMutation();
  const { id, name, groupId, groupName } = partner;
  const open = partner.status !== 'terminated' && partner.status !== 'rejected';
  return (
    <Card
      title="Group"
      actions={
        open &&
        may('partners.manage') && (
          <FormDialog label="Move" name={`Move ${name} to a group`} buttonSize="sm" title={`Move ${name}`}>
            {(close) => (
              <ChooseGroup
                groups={groups.filter((group) => group.id !== groupId)}
                mayLeave={groupId !== null}
                close={close}
                onMove={async (to, reason) => {
                  const { results } = await move.mutateAsync({
                    ids: [id],
                    groupId: to,
                    from: groupId,
                    reason,
                  });
                  requireAll(results);
                  done('The partner is moved');
                }}
              />
            )}
          </FormDialog>
        )
      }
    >
      <div className="grid gap-4">
        <p className="text-sm">
          {groupId && groupName ? (
            <TextLink href={`/partner-groups/${groupId}`} className="font-medium text-sm">
              {groupName}
            </TextLink>
          ) : (
            'In no group.'
          )}
        </p>
        {moves.rows.length > 0 && <MovesList moves={moves.rows} named={false} />}
      </div>
    </Card>
  );
}
