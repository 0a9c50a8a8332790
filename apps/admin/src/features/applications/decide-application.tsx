'use client';

import { type ButtonProps, Field, Textarea } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useState } from 'react';
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
  const [message, setMessage] = useState('');
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
        consequence="They get a mail that says no, and can apply again by themselves when the cool-off is over. The reason stays in the history here and is not part of the mail."
        reason="required"
        done={`${name} is rejected`}
        reasonLabel="Reason, for us"
        run={({ reason }) => reject.mutateAsync({ partnerId: id, reason, message: message || undefined })}
      >
        <Field
          label="Words for the applicant"
          optional
          help="Part of the mail. Leave it empty for our usual words."
        >
          <Textarea
            rows={3}
            maxLength={1000}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </Field>
      </Act>
    </span>
  );
}
