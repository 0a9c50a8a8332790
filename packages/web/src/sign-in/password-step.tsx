'use client';

import type { Outputs } from '@goodword/api';
import { signInInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, TextLink, useZodForm } from '@goodword/ui';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';

export interface PasswordStepProps {
  onDone: (state: Outputs['identity']['signIn']['secondFactor']) => void;
}

export function PasswordStep({ onDone }: PasswordStepProps) {
  const signIn = trpc.identity.signIn.useMutation();
  // A complaint on leaving the field would push the link below away from under the pointer.
  const form = useZodForm(signInInput, { email: '', password: '' }, { mode: 'onSubmit' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => onDone((await signIn.mutateAsync(values)).secondFactor)}
    >
      <FormError />
      <TextField name="email" label="E-mail" type="email" autoComplete="username" autoFocus />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <SubmitButton className="w-full">Sign in</SubmitButton>
      <TextLink href="/forgot" className="justify-self-center text-sm">
        Forgot your password?
      </TextLink>
    </ApiForm>
  );
}
