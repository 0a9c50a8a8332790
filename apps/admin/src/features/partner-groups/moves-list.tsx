'use client';

import type { Outputs } from '@goodword/api';
import { Badge, DateTime, TextLink } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';

type Move = Outputs['partnerGroups']['moves']['rows'][number];

function whereTo({ from, to, isReversal }: Move): string {
  const way = to ? `${from ? `${from.name} → ` : 'To '}${to.name}` : `Out of ${from?.name ?? 'its group'}`;
  return isReversal ? `${way}, taken back` : way;
}

function MoveItem({ move, named }: { move: Move; named: boolean }) {
  const may = useMay();
  const reverse = trpc.partnerGroups.reverse.useMutation();
  const { id, partnerId, partnerName, from, to, cause, dealIds } = move;
  return (
    <li className="grid gap-1 border-line border-t pt-3 text-sm first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          {named && (
            <>
              <TextLink href={`/partners/${partnerId}`} className="text-sm underline">
                {partnerName}
              </TextLink>
              :{' '}
            </>
          )}
          {whereTo(move)}
        </span>
        {cause === 'rule' && <Badge tone="info">By rule</Badge>}
        {move.reversible && may('partners.manage') && (
          <span className="ml-auto">
            <Act
              label="Take back"
              name={`Take back the move of ${partnerName}`}
              size="sm"
              title={`Take ${partnerName} back ${from ? `to ${from.name}` : `out of ${to?.name}`}?`}
              consequence="It is told, and earns by the terms it had before from now on. What the rule has counted moves it no second time."
              reason="required"
              done="The move is taken back"
              run={({ reason }) => reverse.mutateAsync({ moveId: id, reason })}
            />
          </span>
        )}
      </div>
      <p className="leading-6">{move.explanation}</p>
      {dealIds.length > 0 && (
        <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-soft">
          Counted:
          {dealIds.slice(0, 12).map((dealId, index) => (
            <TextLink
              key={dealId}
              href={`/deals/${dealId}`}
              className="underline"
              aria-label={`Deal ${index + 1} of this move`}
            >
              {dealId.slice(-6).toUpperCase()}
            </TextLink>
          ))}
          {dealIds.length > 12 && <span>and {dealIds.length - 12} more</span>}
        </p>
      )}
      <p className="text-[0.8125rem] text-ink-soft">
        {move.movedByName ?? 'Goodword'}, <DateTime value={move.movedAt} />
      </p>
    </li>
  );
}

/** Who came and went, why, and the way back. */
export function MovesList({ moves, named }: { moves: readonly Move[]; named: boolean }) {
  if (moves.length === 0) return <p className="text-ink-soft text-sm">Nobody was moved yet.</p>;
  return (
    <ul aria-label="Moves" className="grid gap-3">
      {moves.map((move) => (
        <MoveItem key={move.id} move={move} named={named} />
      ))}
    </ul>
  );
}
