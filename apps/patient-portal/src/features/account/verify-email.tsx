'use client';

import { Alert, Button } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

/** Opening the page changes nothing, because mail scanners open links too: the button does. */
export function VerifyEmail({ token, organisation }: { token: string; organisation: string }) {
  const verify = trpc.patients.verifyEmail.useMutation({
    // A full load: nothing of the page before sign-in may be kept.
    onSuccess: () => window.location.assign('/home'),
  });
  return (
    <FocusCard
      title="Confirm your e-mail"
      description={`Press the button to confirm that the address is yours and to sign in to ${organisation}.`}
    >
      {verify.error && (
        <Alert
          tone="danger"
          title="Your address is not confirmed yet"
          actions={
            <>
              <Button size="sm" href="/sign-in">
                Sign in
              </Button>
              <Button size="sm" href="/register">
                Register again
              </Button>
            </>
          }
        >
          {describeFailure(verify.error).message}
        </Alert>
      )}
      <Button
        variant="primary"
        size="lg"
        className="w-full"
        loading={verify.isPending || verify.isSuccess}
        onClick={() => verify.mutate({ token })}
      >
        Confirm and sign in
      </Button>
      <p className="text-[0.8125rem] text-ink-soft leading-5">
        You did not register? Close this page. Without this button nothing happens.
      </p>
    </FocusCard>
  );
}
