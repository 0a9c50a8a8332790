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
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p>
            <strong className="font-medium text-ink">
              {name}, you see the portal as {partnerName} does
            </strong>
            , read only, until <DateTime value={endsAt} />.
          </p>
          {/* It stays in view on every page: a long reason must not cover a phone. */}
          <p className="line-clamp-1 sm:line-clamp-2" title={reason}>
            Reason: {reason}
          </p>
        </div>
        <Button size="sm" onClick={onLeave}>
          Leave
        </Button>
      </div>
    </Banner>
  );
}
