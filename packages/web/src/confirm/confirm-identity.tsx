'use client';

import { confirmIdentityInput } from '@goodword/api/client';
import { Button, Dialog, FormActions, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { useSyncExternalStore } from 'react';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import { answerConfirmation, isConfirmationWanted, subscribeToConfirmation } from './confirmation.ts';

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

/**
 * Asks for the password when the API wants a second look before a sensitive act; the act then goes on by itself.
 * Stands once in the page.
 */
export function ConfirmIdentity() {
  const open = useSyncExternalStore(subscribeToConfirmation, isConfirmationWanted, () => false);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && answerConfirmation(false)}
      title="Confirm that it is you"
      description="This is a sensitive step. Enter your password once more; it counts for a few minutes."
      size="sm"
    >
      <PasswordForm />
    </Dialog>
  );
}
