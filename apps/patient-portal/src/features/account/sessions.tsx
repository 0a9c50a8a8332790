'use client';

import { Badge, Button, Card, ConfirmDialog, DateTime, RelativeTime, toast } from '@goodword/ui';
import { describeFailure, trpc, useDone, useSignOut } from '@goodword/web';
import { LogOut } from 'lucide-react';
import type { Account } from './types.ts';

type Session = Account['sessions'][number];

/** Where the person is signed in, and the ways out. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const signOut = useSignOut();
  return (
    <Card
      title="Where you are signed in"
      padded={false}
      footer={
        <>
          {sessions.length > 1 && <SignOutEverywhere />}
          <Button icon={<LogOut />} onClick={signOut}>
            Sign out
          </Button>
        </>
      }
    >
      <ul className="divide-y divide-line border-line border-t">
        {sessions.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ session }: { session: Session }) {
  const end = trpc.account.endSession.useMutation();
  const done = useDone();
  return (
    <li className="flex items-center justify-between gap-4 px-5 py-3.5">
      <div className="grid min-w-0 gap-0.5 text-sm">
        <p className="flex flex-wrap items-center gap-2 text-ink">
          Signed in <DateTime value={session.openedAt} />
          {session.current && <Badge tone="success">This device</Badge>}
        </p>
        <p className="text-[0.8125rem] text-ink-soft">
          Last used <RelativeTime value={session.lastUsedAt} />
        </p>
      </div>
      {!session.current && (
        <Button
          size="sm"
          loading={end.isPending}
          onClick={() =>
            end.mutate(
              { id: session.id },
              {
                onSuccess: () => done('Signed out there'),
                onError: (error) =>
                  toast.error('Still signed in there', { description: describeFailure(error).message }),
              },
            )
          }
        >
          Sign out there
        </Button>
      )}
    </li>
  );
}

function SignOutEverywhere() {
  const end = trpc.account.signOutEverywhere.useMutation();
  return (
    <ConfirmDialog
      title="Sign out everywhere?"
      consequence="You sign in again on every device, this one too."
      confirmLabel="Sign out everywhere"
      trigger={<Button>Sign out everywhere</Button>}
      onConfirm={async () => {
        await end.mutateAsync();
        window.location.assign('/sign-in');
      }}
    />
  );
}
