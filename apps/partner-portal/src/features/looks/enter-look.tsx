'use client';

import type { Outputs } from '@goodword/api';
import { Alert, AuthCard, Button, DefinitionList } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';

export interface EnterLookProps {
  organisation: string;
  token: string;
  offer: Outputs['looks']['offer'];
}

/** Before somebody of ours sees the portal of a partner: what it is, and what it is not. */
export function EnterLook({ organisation, token, offer }: EnterLookProps) {
  const { partnerName, staffName, reason, minutes } = offer;
  const enter = trpc.looks.enter.useMutation({
    // A full load with the session that was just opened; the address with the secret stays in no history.
    onSuccess: () => window.location.replace('/home'),
  });
  return (
    <AuthCard
      app="partner"
      organisation={organisation}
      title={`See the portal as ${partnerName}`}
      description={`For ${minutes} minutes you see what this partner sees, and can change nothing. What you open is noted.`}
    >
      <div className="grid gap-5">
        <DefinitionList
          items={[
            { label: 'Who looks', value: staffName },
            { label: 'Reason, as the partner reads it', value: reason },
          ]}
        />
        {enter.error && <Alert tone="danger">{describeFailure(enter.error).message}</Alert>}
        <Button
          variant="primary"
          className="w-full"
          loading={enter.isPending || enter.isSuccess}
          onClick={() => enter.mutate({ token })}
        >
          See the portal
        </Button>
      </div>
    </AuthCard>
  );
}
