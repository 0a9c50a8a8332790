'use client';

import { canMove, type PartnerStatus, partnerMachine } from '@goodword/api/client';
import { Button } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';

export interface PartnerActionsProps {
  id: string;
  name: string;
  status: PartnerStatus;
  hasAccount: boolean;
}

/** What can be done with a partner in its state. Approval belongs to its application. */
export function PartnerActions({ id, name, status, hasAccount }: PartnerActionsProps) {
  const may = useMay();
  const change = trpc.partners.changeStatus.useMutation();
  const resend = trpc.partners.resendInvitation.useMutation();
  if (!may('partners.manage')) return null;
  const can = (to: PartnerStatus) => canMove(partnerMachine, status, to);
  return (
    <>
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
          reason="optional"
          done={`${name} is active again`}
          run={({ reason }) => change.mutateAsync({ id, to: 'active', reason: reason || undefined })}
        />
      )}
      {status === 'active' && (
        <Act
          label="Deactivate"
          title={`Deactivate ${name}?`}
          consequence="They keep their access and what they have, but receive nothing new until somebody reactivates them."
          reason="optional"
          done={`${name} is inactive`}
          run={({ reason }) => change.mutateAsync({ id, to: 'inactive', reason: reason || undefined })}
        />
      )}
      {can('suspended') && (
        <Act
          label="Suspend"
          tone="danger"
          title={`Suspend ${name}?`}
          consequence="All their people are signed out at once and cannot come back in until somebody reactivates the partner."
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
          consequence="This cannot be undone. Their people are signed out for good, and open leads shared with them close. Commissions already earned stay."
          reason="required"
          done={`The partnership with ${name} has ended`}
          run={({ reason }) => change.mutateAsync({ id, to: 'terminated', reason })}
        />
      )}
    </>
  );
}
