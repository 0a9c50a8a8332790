'use client';

import { Alert, AuthCard, Button } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';

/** Carries a draft to this browser. Opening the link alone changes nothing. */
export function ContinueDraft({ organisation, token }: { organisation: string; token: string }) {
  const carry = trpc.applications.continueDraft.useMutation({
    // A full load: the form is read anew with the draft that this browser holds now.
    onSuccess: () => window.location.assign('/apply'),
  });
  return (
    <AuthCard
      app="partner"
      organisation={organisation}
      title="Continue your application"
      description="Your draft moves to this browser, with the files you attached. The link works once."
    >
      {carry.error && <Alert tone="danger">{describeFailure(carry.error).message}</Alert>}
      <Button
        variant="primary"
        loading={carry.isPending || carry.isSuccess}
        onClick={() => carry.mutate({ token })}
      >
        Continue here
      </Button>
    </AuthCard>
  );
}
