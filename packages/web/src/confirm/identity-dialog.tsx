'use client';

import { confirmIdentityInput } from '@goodword/api/client';
import { Button, Dialog, FormActions, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import { answerConfirmation } from './confirmation.ts';

function PasswordForm() {
  const confirm = trpc.account.confirmIdentity.useMutation();
  const form = useZodForm(confirmIdentityInput, { password: '' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => {
        await confirm.mutateAsync(values);
        answerConfirmation(true);
      }}
    >
      <FormError />
      <TextField
        name="password"
        label="Your password"
        type="password"
        autoComplete="current-password"
        autoFocus
      />
      <FormActions>
        <Button onClick={() => answerConfirmation(false)}>Cancel</Button>
        <SubmitButton>Confirm</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** The question itself. */
export default function IdentityDialog() {
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && answerConfirmation(false)}
      title="Confirm that it is you"
      description="This is a sensitive step. Enter your password once more; it counts for a few minutes."
      size="sm"
    >
      <PasswordForm />
    </Dialog>
  );
}
