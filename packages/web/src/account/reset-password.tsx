'use client';

import { resetPasswordInput } from '@goodword/api/client';
import { Alert, AuthCard, Button, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { useState } from 'react';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import type { AuthPageProps } from './forgot-password.tsx';

export interface ResetPasswordProps extends AuthPageProps {
  token: string;
  /** Whose password it is. */
  email: string;
}

/** Sets a new password by the link from the mail. */
export function ResetPassword({ app, organisation, token, email }: ResetPasswordProps) {
  const reset = trpc.account.resetPassword.useMutation();
  const [isDone, setDone] = useState(false);
  const form = useZodForm(resetPasswordInput, { token, password: '' });
  return (
    <AuthCard app={app} organisation={organisation} title="Set a new password" description={`For ${email}`}>
      {isDone ? (
        <>
          <Alert tone="success" title="Your password is new">
            You were signed out everywhere. Sign in with the new password.
          </Alert>
          <Button variant="primary" href="/sign-in">
            Sign in
          </Button>
        </>
      ) : (
        <ApiForm
          form={form}
          guard={false}
          onSubmit={async (values) => {
            await reset.mutateAsync(values);
            setDone(true);
          }}
        >
          <FormError />
          <TextField
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            help="At least 8 characters. A sentence is easy to remember and hard to guess."
            autoFocus
          />
          <SubmitButton className="w-full">Save password</SubmitButton>
        </ApiForm>
      )}
    </AuthCard>
  );
}
