'use client';

import { Banner, Button, DateTime, toast } from '@goodword/ui';
import { trpc } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { useEffect } from 'react';

/** Not left in the history: going back leads to no page that is closed by now. */
const toEnd = () => window.location.replace('/look/ended');

/** Ends the look of this browser. */
export function useLeaveLook(): () => void {
  const leave = trpc.looks.leave.useMutation();
  return () =>
    leave.mutate(undefined, {
      onSuccess: toEnd,
      onError: (error) => toast.error('You still look at this portal', { description: error.message }),
    });
}

export interface LookNoticeProps {
  look: NonNullable<Person['look']>;
  /** Who looks. */
  name: string;
  onLeave: () => void;
}

/** Nobody may forget whose portal this is, or that it is read and not used. */
export function LookNotice({ look, name, onLeave }: LookNoticeProps) {
  const { partnerName, reason, endsAt } = look;
  useEffect(() => {
    const timer = setTimeout(toEnd, Math.max(0, endsAt.getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [endsAt]);
  return (
    <Banner tone="warning">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 break-words">
          <strong className="font-medium text-ink">
            {name}, you see the portal as {partnerName} does
          </strong>{' '}
          and change nothing, until <DateTime value={endsAt} />. Reason: {reason}
        </p>
        <Button size="sm" onClick={onLeave}>
          Leave
        </Button>
      </div>
    </Banner>
  );
}
