'use client';

import { resetPasswordInput } from '@goodword/api/client';
import { Button, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

/** Behind the link from the mail: a new password, and signing in with it. */
export function ResetPassword({ token, email }: { token: string; email: string }) {
  const reset = trpc.account.resetPassword.useMutation();
  const form = useZodForm(resetPasswordInput, { token, password: '' });
  if (reset.isSuccess) {
    return (
      <FocusCard
        title="Your new password is set"
        description="You were signed out everywhere. Sign in with the new password."
      >
        <Button variant="primary" size="lg" href="/sign-in">
          Sign in
        </Button>
      </FocusCard>
    );
  }
  return (
    <FocusCard title="Set a new password" description={`For the account of ${email}.`}>
      <ApiForm form={form} guard={false} onSubmit={(values) => reset.mutateAsync(values)}>
        <FormError />
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          help="At least 8 characters. A sentence is good."
        />
        <SubmitButton size="lg" className="w-full">
          Save new password
        </SubmitButton>
      </ApiForm>
    </FocusCard>
  );
}
