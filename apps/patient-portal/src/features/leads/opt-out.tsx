'use client';

import { Button, ConfirmDialog } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

export interface OptOutProps {
  /** Of any link to the referral that we sent. */
  token: string;
  names: { organisationName: string; partnerName: string };
  onOptedOut: () => void;
}

/** Ends the referral for the client, for good. */
export function OptOut({ token, names, onOptedOut }: OptOutProps) {
  const { organisationName, partnerName } = names;
  const optOut = trpc.referrals.optOut.useMutation();
  return (
    <ConfirmDialog
      title={`Opt out of ${organisationName}?`}
      consequence={`We end this referral, delete your contact data from it and never write to you about a referral again. ${partnerName} learns that the referral ended.`}
      confirmLabel="Opt out for good"
      trigger={
        <Button size="lg" className="w-full">
          Opt out
        </Button>
      }
      onConfirm={async () => {
        await optOut.mutateAsync({ token });
        onOptedOut();
      }}
    />
  );
}

/** What stands there after it. */
export function OptedOut({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="You have opted out"
      description={`${organisation} deleted your contact data from this referral and will not write to you about one again. There is nothing else to do.`}
    />
  );
}
