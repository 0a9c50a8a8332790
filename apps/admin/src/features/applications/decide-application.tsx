'use client';

import type { ButtonProps } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { Act } from '../../lib/act.tsx';

export interface DecideApplicationProps {
  id: string;
  name: string;
  size?: ButtonProps['size'];
}

/** Yes or no to a partner that wants to join. */
export function DecideApplication({ id, name, size }: DecideApplicationProps) {
  const approve = trpc.applications.approve.useMutation();
  const reject = trpc.applications.reject.useMutation();
  const inRow = size === 'sm';
  return (
    <span className="flex flex-wrap gap-2">
      <Act
        label="Approve"
        name={inRow ? `Approve ${name}` : undefined}
        variant="primary"
        size={size}
        title={`Approve ${name}?`}
        consequence="They get a mail with a link to set up their account and accept the agreement. Only then can they refer and receive leads."
        done={`${name} is approved`}
        run={() => approve.mutateAsync({ partnerId: id })}
      />
      <Act
        label="Reject"
        name={inRow ? `Reject ${name}` : undefined}
        size={size}
        tone="danger"
        title={`Reject ${name}?`}
        consequence="They get a mail that says no. The reason stays in the history here and is not part of the mail."
        reason="required"
        done={`${name} is rejected`}
        run={({ reason }) => reject.mutateAsync({ partnerId: id, reason })}
      />
    </span>
  );
}
