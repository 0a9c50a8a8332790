'use client';

import type { Outputs } from '@goodword/api';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/person.tsx';
import { Act } from '../../lib/act.tsx';
import { CloseLead } from './close-lead.tsx';

type Share = Outputs['shares']['mineDetail'];

/** What the partner can do with a lead now; the server says which moves are legal. */
export function LeadActions({ share, currency }: { share: Share; currency: string }) {
  const may = useMay();
  const accept = trpc.shares.accept.useMutation();
  const reject = trpc.shares.reject.useMutation();
  const start = trpc.shares.start.useMutation();
  const giveBack = trpc.shares.return.useMutation();
  if (!may('portal.work')) return null;
  const { id, moves } = share;
  const opens = share.lead.locked.some(({ reason }) => reason === 'opens_on_acceptance');
  return (
    <>
      {moves.includes('accepted') && (
        <Act
          label="Accept lead"
          variant="primary"
          title="Accept this lead?"
          consequence={
            opens
              ? 'You take the client on, and their contact details open to you. Get in touch soon: they expect it.'
              : 'You take the client on. What is open to you stays open while the client allows it.'
          }
          done="Lead accepted"
          run={() => accept.mutateAsync({ id })}
        />
      )}
      {moves.includes('rejected') && (
        <Act
          label="Reject"
          tone="danger"
          title="Reject this lead?"
          consequence="We offer it to somebody else, and it closes for you."
          confirmLabel="Reject lead"
          reason="required"
          reasonHelp="Helps us to send you leads that fit better."
          done="Lead rejected"
          run={({ reason }) => reject.mutateAsync({ id, reason })}
        />
      )}
      {moves.includes('in_progress') && (
        <Act
          label="Start work"
          variant="primary"
          title="Start work on this lead?"
          consequence="Tells us that you are in touch with the client."
          done="Work started"
          run={() => start.mutateAsync({ id })}
        />
      )}
      {moves.includes('closed') && <CloseLead id={id} currency={currency} />}
      {moves.includes('returned') && (
        <Act
          label="Return"
          tone="danger"
          title="Return this lead?"
          consequence="You give the client back to us, and what was shared closes for you. It frees a place in your capacity."
          confirmLabel="Return lead"
          reason="required"
          done="Lead returned"
          run={({ reason }) => giveBack.mutateAsync({ id, reason })}
        />
      )}
    </>
  );
}
