'use client';

import { changePasswordInput, requestEmailChangeInput } from '@goodword/api/client';
import { Alert, Button, Card, Dialog, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import type { Account } from './types.ts';
import { useConfirmed } from './use-confirmed.tsx';

/** The address and the password to sign in with. */
export function Credentials({ account }: { account: Account }) {
  return (
    <Card title="How you sign in">
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="grid min-w-0">
            <span className="text-[0.8125rem] text-ink-soft">E-mail</span>
            <span className="break-all text-ink text-sm">{account.email}</span>
          </div>
          <ChangeEmail />
        </div>
        {account.pendingEmail && (
          <Alert tone="info" title="A new address waits for you">
            Open the link we sent to <span className="break-all">{account.pendingEmail}</span>. Until then you
            sign in with the present one.
          </Alert>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
          <div className="grid">
            <span className="text-[0.8125rem] text-ink-soft">Password</span>
            <span className="text-ink text-sm">Only you know it</span>
          </div>
          <ChangePassword />
        </div>
      </div>
    </Card>
  );
}

function ChangePassword() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Change your password"
      description="You stay signed in here. Everywhere else you sign in again."
      size="sm"
      trigger={<Button>Change password</Button>}
    >
      <PasswordForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const change = trpc.account.changePassword.useMutation();
  const done = useDone();
  const form = useZodForm(changePasswordInput, { current: '', password: '' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => {
        await change.mutateAsync(values);
        onDone();
        done('Your password is changed');
      }}
    >
      <FormError />
      <TextField name="current" label="Current password" type="password" autoComplete="current-password" />
      <TextField
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        help="At least 8 characters. A sentence is good."
      />
      <SubmitButton className="w-full">Save new password</SubmitButton>
    </ApiForm>
  );
}

function ChangeEmail() {
  const [open, setOpen] = useState(false);
  const { run, dialog } = useConfirmed();
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Change your e-mail"
        description="We send a link to the new address. It counts once you opened that."
        size="sm"
        trigger={<Button>Change e-mail</Button>}
      >
        <EmailForm run={run} onDone={() => setOpen(false)} />
      </Dialog>
      {dialog}
    </>
  );
}

interface EmailFormProps {
  run: ReturnType<typeof useConfirmed>['run'];
  onDone: () => void;
}

function EmailForm({ run, onDone }: EmailFormProps) {
  const request = trpc.account.requestEmailChange.useMutation();
  const done = useDone();
  const form = useZodForm(requestEmailChangeInput, { email: '' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => {
        await run(() => request.mutateAsync(values));
        onDone();
        done('We sent a link to the new address');
      }}
    >
      <FormError />
      <TextField name="email" label="New e-mail" type="email" autoComplete="email" />
      <SubmitButton className="w-full">Send link</SubmitButton>
    </ApiForm>
  );
}
