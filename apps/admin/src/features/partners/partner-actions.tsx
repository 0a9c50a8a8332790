'use client';

import { canMove, type PartnerStatus, partnerMachine } from '@goodword/api/client';
import { Button } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { ViewAsPartner } from './view-as-partner.tsx';

/** Every move of a partner has a reason; so has the way back. */
const UNDONE = 'The change before was taken back.';

export interface PartnerActionsProps {
  id: string;
  name: string;
  status: PartnerStatus;
  hasAccount: boolean;
  neverUsed: boolean;
}

/** What can be done with a partner in its state. Approval belongs to its application. */
export function PartnerActions({ id, name, status, hasAccount, neverUsed }: PartnerActionsProps) {
  const may = useMay();
  const change = trpc.partners.changeStatus.useMutation();
  const remove = trpc.partners.delete.useMutation();
  const router = useRouter();
  const resend = trpc.partners.resendInvitation.useMutation();
  if (!may('partners.manage')) return null;
  const back = (to: 'active' | 'inactive') => ({
    run: () => change.mutateAsync({ id, to, reason: UNDONE }),
    undone: `${name} is ${to} again`,
  });
  const can = (to: PartnerStatus) => canMove(partnerMachine, status, to);
  const hasPortal = status !== 'invited' && status !== 'pending_review' && status !== 'rejected';
  return (
    <>
      {hasPortal && status !== 'terminated' && may('partners.view_as') && (
        <ViewAsPartner id={id} name={name} />
      )}
      {status === 'pending_review' && (
        <Button variant="primary" href={`/applications/${id}`}>
          Review application
        </Button>
      )}
      {(status === 'invited' || status === 'approved') && !hasAccount && (
        <Act
          label="Send invitation again"
          title={`Send ${name} a new link?`}
          consequence="A new mail goes out. The link in the earlier mail stops working."
          done="The invitation is on its way"
          run={() => resend.mutateAsync({ id })}
        />
      )}
      {(status === 'inactive' || status === 'suspended') && (
        <Act
          label="Reactivate"
          variant="primary"
          title={`Reactivate ${name}?`}
          consequence="They can refer and receive leads again at once."
          reason="required"
          done={`${name} is active again`}
          undo={status === 'inactive' ? back('inactive') : undefined}
          run={({ reason }) => change.mutateAsync({ id, to: 'active', reason })}
        />
      )}
      {status === 'active' && (
        <Act
          label="Deactivate"
          title={`Deactivate ${name}?`}
          consequence="They keep their access and what they have, but receive nothing new until somebody reactivates them."
          reason="required"
          done={`${name} is inactive`}
          undo={back('active')}
          run={({ reason }) => change.mutateAsync({ id, to: 'inactive', reason })}
        />
      )}
      {can('suspended') && (
        <Act
          label="Suspend"
          tone="danger"
          title={`Suspend ${name}?`}
          consequence="All their people are signed out at once. Nothing new reaches them and they can refer nobody; what they hold stays theirs, with every client hidden, until somebody reactivates the partner."
          reason="required"
          done={`${name} is suspended`}
          run={({ reason }) => change.mutateAsync({ id, to: 'suspended', reason })}
        />
      )}
      {can('terminated') && status !== 'pending_review' && (
        <Act
          label="Terminate"
          variant="danger"
          tone="danger"
          title={`End the partnership with ${name}?`}
          consequence="This cannot be undone. Their people are signed out for good, their keys stop working, and open leads shared with them come back to us. Commissions already earned stay."
          reason="required"
          done={`The partnership with ${name} has ended`}
          run={({ reason }) => change.mutateAsync({ id, to: 'terminated', reason })}
        />
      )}
      {neverUsed && (
        <Act
          label="Delete"
          tone="danger"
          title={`Delete ${name}?`}
          consequence="Nothing was ever shared with, referred by or agreed with this partner. Its profile, its links and the letters to it go for good; the audit trail keeps that it was here."
          reason="required"
          done={`${name} was deleted`}
          run={async ({ reason }) => {
            await remove.mutateAsync({ id, reason });
            router.push('/partners');
          }}
        />
      )}
    </>
  );
}
