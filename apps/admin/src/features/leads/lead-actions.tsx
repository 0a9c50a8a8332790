'use client';

import type { Outputs } from '@goodword/api';
import type { leadMovesByHand } from '@goodword/api/client';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act, type ActProps } from '../../lib/act.tsx';
import { MoreActs } from '../../lib/more-acts.tsx';
import { ReportDeal } from './report-deal.tsx';
import { ShareLead } from './share-lead.tsx';

type Lead = Outputs['leads']['get'];
type Move = (typeof leadMovesByHand)[number];

type MoveWords = Pick<
  ActProps,
  'label' | 'title' | 'consequence' | 'done' | 'reason' | 'reasonLabel' | 'tone' | 'variant'
>;

const moves: Record<Move, MoveWords> = {
  contacted: {
    label: 'Mark contacted',
    variant: 'primary',
    title: 'Was the client contacted?',
    consequence: 'The lead moves on. Qualify it once it is clear that we can help.',
    done: 'Marked as contacted',
  },
  qualified: {
    label: 'Qualify',
    variant: 'primary',
    title: 'Qualify this lead?',
    consequence: 'It can be shared with partners. A referral it came from counts as accepted.',
    done: 'The lead is qualified',
  },
  in_progress: {
    label: 'Start work',
    variant: 'primary',
    title: 'Start work on this lead?',
    consequence: 'We or a partner are working on it. It converts when a deal is verified.',
    done: 'Work has started',
  },
  lost: {
    label: 'Mark lost',
    tone: 'danger',
    title: 'Mark this lead as lost?',
    consequence: 'Shares that are still open end, and the partners are told.',
    reason: 'required',
    done: 'Marked as lost',
  },
  closed_by_client: {
    label: 'Client stepped back',
    tone: 'danger',
    title: 'Did the client step back?',
    consequence: 'Shares that are still open end, and nobody contacts the client any more.',
    reason: 'optional',
    done: 'Closed as the client wished',
  },
  merged: {
    label: 'Merge into another lead',
    tone: 'danger',
    title: 'Is this lead a duplicate?',
    consequence: 'It closes here. Work goes on in the other lead.',
    reason: 'required',
    reasonLabel: 'Which lead is it merged into?',
    done: 'Merged',
  },
};

const onward: readonly Move[] = ['contacted', 'qualified', 'in_progress'];
const endings: readonly Move[] = ['lost', 'closed_by_client', 'merged'];

/** What the state of a lead allows. */
export function LeadActions({ lead }: { lead: Lead }) {
  const may = useMay();
  const change = trpc.leads.changeStatus.useMutation();
  const isOpen = lead.moves.length > 0;
  const canShare = lead.status === 'qualified' || lead.status === 'in_progress';
  const move = (to: Move) => ({
    ...moves[to],
    key: to,
    run: ({ reason }: { reason: string }) =>
      change.mutateAsync({ id: lead.id, to, reason: reason || undefined }),
  });
  const possible = (some: readonly Move[]) => some.filter((to) => lead.moves.includes(to)).map(move);
  return (
    <>
      {canShare && may('shares.manage') && <ShareLead leadId={lead.id} />}
      {may('leads.work') &&
        possible(onward).map(({ key, variant, ...act }) => (
          <Act key={key} {...act} variant={canShare ? undefined : variant} />
        ))}
      {isOpen && canShare && may('deals.report') && <ReportDeal lead={lead} />}
      {may('leads.work') && <MoreActs acts={possible(endings)} />}
    </>
  );
}
