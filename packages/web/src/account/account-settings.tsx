'use client';

import type { Outputs } from '@goodword/api';
import { changePasswordInput, requestEmailChangeInput } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  ConfirmDialog,
  DateTime,
  Dialog,
  FormActions,
  FormError,
  RelativeTime,
  SubmitButton,
  TextField,
  Timeline,
  useZodForm,
} from '@goodword/ui';
import { useState } from 'react';
import { ApiForm } from '../api-form.tsx';
import { useDone } from '../hooks.ts';
import { EnrolmentStep } from '../sign-in/enrolment-step.tsx';
import { trpc } from '../trpc.ts';
import { Passkeys } from './passkeys.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SignInHistory } from './sign-in-history.tsx';

type Account = Outputs['account']['overview'];

function Password() {
  const change = trpc.account.changePassword.useMutation();
  const done = useDone();
  const form = useZodForm(changePasswordInput, { current: '', password: '' });
  return (
    <Card title="Password">
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          await change.mutateAsync(values);
          form.reset();
          done('Your password is changed; other devices are signed out');
        }}
      >
        <FormError />
        <TextField name="current" label="Current password" type="password" autoComplete="current-password" />
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          help="At least 8 characters. A sentence is easy to remember and hard to guess."
        />
        <FormActions>
          <SubmitButton>Change password</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}

function Email({ email, pendingEmail }: Account) {
  const request = trpc.account.requestEmailChange.useMutation();
  const done = useDone();
  const form = useZodForm(requestEmailChangeInput, { email: '' });
  return (
    <Card title="E-mail" description={`You sign in with ${email}.`}>
      {pendingEmail && (
        <div className="mb-4">
          <Alert tone="info">
            {pendingEmail} takes its place once you open the link in the mail we sent there.
          </Alert>
        </div>
      )}
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          await request.mutateAsync(values);
          form.reset();
          done('A link is on its way to the new address');
        }}
      >
        <FormError />
        <TextField name="email" label="New e-mail" type="email" autoComplete="email" />
        <FormActions>
          <SubmitButton>Change e-mail</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}

function EnrolledFactor({ recoveryCodesLeft, mayTurnTotpOff }: Account) {
  const renew = trpc.account.renewRecoveryCodes.useMutation();
  const turnOff = trpc.account.turnTotpOff.useMutation();
  const done = useDone();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <>
      <p className="text-sm leading-6">
        Each sign-in asks for a code from your app. {recoveryCodesLeft}{' '}
        {recoveryCodesLeft === 1 ? 'recovery code is' : 'recovery codes are'} left for the day your phone is
        lost.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <ConfirmDialog
          trigger={<Button>New recovery codes</Button>}
          title="Make new recovery codes?"
          consequence="The earlier ones stop working."
          confirmLabel="Make new codes"
          tone="primary"
          onConfirm={async () => setCodes((await renew.mutateAsync()).recoveryCodes)}
        />
        {mayTurnTotpOff && (
          <ConfirmDialog
            trigger={<Button>Turn off</Button>}
            title="Turn two-factor sign-in off?"
            consequence="A stolen password is then enough to get into your account."
            confirmLabel="Turn off"
            onConfirm={async () => {
              await turnOff.mutateAsync();
              done('Two-factor sign-in is off');
            }}
          />
        )}
      </div>
      <Dialog
        open={codes !== undefined}
        onOpenChange={(open) => !open && setCodes(undefined)}
        title="New recovery codes"
      >
        <RecoveryCodes
          codes={codes ?? []}
          onDone={() => {
            setCodes(undefined);
            done('New recovery codes are in place');
          }}
        />
      </Dialog>
    </>
  );
}

function SetUpFactor() {
  const done = useDone();
  const [started, setStarted] = useState(false);
  if (started) {
    return (
      <div className="mx-auto grid max-w-md gap-4">
        <EnrolmentStep onDone={() => done('Two-factor sign-in is on')} />
      </div>
    );
  }
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-sm leading-6">
        A code from your phone at each sign-in keeps the account safe when the password leaks.
      </p>
      <Button variant="primary" onClick={() => setStarted(true)}>
        Set up
      </Button>
    </div>
  );
}

function SecondFactor({ account }: { account: Account }) {
  const { totpEnabled } = account;
  return (
    <Card
      title="Two-factor sign-in"
      actions={<Badge tone={totpEnabled ? 'success' : 'warning'}>{totpEnabled ? 'On' : 'Off'}</Badge>}
    >
      {totpEnabled ? <EnrolledFactor {...account} /> : <SetUpFactor />}
    </Card>
  );
}

function Sessions({ sessions }: Account) {
  const end = trpc.account.endSession.useMutation();
  const endAll = trpc.account.signOutEverywhere.useMutation();
  const done = useDone();
  return (
    <Card
      title="Where you are signed in"
      actions={
        <ConfirmDialog
          trigger={<Button size="sm">Sign out everywhere</Button>}
          title="Sign out everywhere?"
          consequence="This device too. You sign in again with your password."
          confirmLabel="Sign out everywhere"
          onConfirm={async () => {
            await endAll.mutateAsync();
            window.location.assign('/sign-in');
          }}
        />
      }
    >
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 text-sm">
            <span>
              Since <DateTime value={session.openedAt} />
              <span className="block text-[0.8125rem] text-ink-soft">
                Last used <RelativeTime value={session.lastUsedAt} />
              </span>
            </span>
            {session.current ? (
              <Badge tone="success">This device</Badge>
            ) : (
              <ConfirmDialog
                trigger={<Button size="sm">End</Button>}
                title="End this session?"
                consequence="Whoever uses it is signed out at once."
                confirmLabel="End session"
                onConfirm={async () => {
                  await end.mutateAsync({ id: session.id });
                  done('The session has ended');
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const actionWords: Record<Account['history'][number]['action'], string> = {
  'account.signed_in': 'Signed in',
  'account.password_changed': 'Password changed',
  'account.password_reset': 'New password set by link',
  'account.reset_requested': 'Link to a new password asked for',
  'account.email_change_requested': 'New e-mail asked for',
  'account.email_changed': 'E-mail changed',
  'account.two_factor_enabled': 'Two-factor sign-in turned on',
  'account.two_factor_disabled': 'Two-factor sign-in turned off',
  'account.recovery_code_used': 'Recovery code used',
  'account.recovery_codes_made': 'New recovery codes made',
  'account.passkey_added': 'Passkey added',
  'account.passkey_removed': 'Passkey removed',
  'account.session_ended': 'A session was ended',
  'account.signed_out_everywhere': 'Signed out everywhere',
  'account.joined': 'Account set up',
  'account.role_changed': 'Role changed',
};

/** One's own account: how to sign in, where one is signed in, and what happened. */
export function AccountSettings({ account }: { account: Account }) {
  return (
    <>
      <SecondFactor account={account} />
      <Passkeys passkeys={account.passkeys} />
      <Password />
      <Email {...account} />
      <Sessions {...account} />
      <Card
        title="Sign-ins"
        description="Every sign-in and every attempt, kept for 400 days. If one was not you, change your password."
      >
        <SignInHistory signIns={account.signIns} />
      </Card>
      <Card title="What happened">
        <Timeline
          emptyText="Nothing yet."
          events={account.history.map(({ id, at, action }) => ({ id, at, title: actionWords[action] }))}
        />
      </Card>
    </>
  );
}
