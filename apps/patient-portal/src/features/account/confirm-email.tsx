'use client';

import { Alert, Button } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

/** Behind the link to a new address. Opening the page changes nothing; the button does. */
export function ConfirmEmail({ token, email }: { token: string; email: string }) {
  const confirm = trpc.account.confirmEmailChange.useMutation();
  if (confirm.isSuccess) {
    return (
      <FocusCard title="Your new e-mail counts now" description={`From now on you sign in with ${email}.`}>
        <Button variant="primary" size="lg" href="/home">
          Go to my page
        </Button>
      </FocusCard>
    );
  }
  return (
    <FocusCard
      title="Confirm your new e-mail"
      description={`Press the button to sign in with ${email} from now on.`}
    >
      {confirm.error && (
        <Alert tone="danger" title="Nothing was changed">
          {describeFailure(confirm.error).message}
        </Alert>
      )}
      <Button
        variant="primary"
        size="lg"
        className="w-full"
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ token })}
      >
        Confirm new e-mail
      </Button>
    </FocusCard>
  );
}
