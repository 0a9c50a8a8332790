'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Button } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

export interface DeclineInviteProps {
  token: string;
  facts: Outputs['invites']['readDecline'];
}

/** For somebody we wrote to because a friend asked us to. Opening the page changes nothing; the button does. */
export function DeclineInvite({ token, facts }: DeclineInviteProps) {
  const { referrerFirstName, organisationName } = facts;
  const decline = trpc.invites.decline.useMutation();
  if (decline.isSuccess) {
    return (
      <FocusCard
        title="You will not hear from us again"
        description={`We deleted your address. ${referrerFirstName} sees that the invitation ended, and not why.`}
      />
    );
  }
  return (
    <FocusCard
      title="No thanks to this invitation?"
      description={`${referrerFirstName} asked ${organisationName} to write to you. Press the button and we delete your address and do not write again.`}
    >
      {decline.error && (
        <Alert tone="danger" title="Nothing was changed">
          {describeFailure(decline.error).message}
        </Alert>
      )}
      <Button
        variant="primary"
        size="lg"
        className="w-full"
        loading={decline.isPending}
        onClick={() => decline.mutate({ token })}
      >
        Decline and delete my address
      </Button>
    </FocusCard>
  );
}
