'use client';

import { confirmIdentityInput } from '@goodword/api/client';
import { Dialog, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, isApiError, trpc } from '@goodword/web';
import { type ReactNode, useState } from 'react';

interface Question {
  answer: () => void;
  giveUp: () => void;
}

/**
 * For acts that take a password entered a moment ago. `run` does the act; when the API asks for a confirmation it
 * opens `dialog`, and goes on once the password was right.
 */
export function useConfirmed(): {
  run: <Result>(act: () => Promise<Result>) => Promise<Result>;
  dialog: ReactNode;
} {
  const [question, setQuestion] = useState<Question>();
  const ask = () =>
    new Promise<void>((resolve, reject) =>
      setQuestion({
        answer: resolve,
        giveUp: () => reject(new Error('Nothing was changed: your password is needed for this.')),
      }),
    );
  async function run<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      if (!isApiError(error) || error.data?.appCode !== 'confirmation_needed') throw error;
      await ask();
      return act();
    }
  }
  const close = (end?: () => void) => {
    end?.();
    setQuestion(undefined);
  };
  const dialog = (
    <Dialog
      open={question !== undefined}
      onOpenChange={(open) => !open && close(question?.giveUp)}
      title="Confirm that it is you"
      description="Enter your password once more. It counts for ten minutes."
      size="sm"
    >
      <PasswordForm onDone={() => close(question?.answer)} />
    </Dialog>
  );
  return { run, dialog };
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const confirm = trpc.account.confirmIdentity.useMutation();
  const form = useZodForm(confirmIdentityInput, { password: '' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => {
        await confirm.mutateAsync(values);
        onDone();
      }}
    >
      <FormError />
      <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
      <SubmitButton className="w-full">Confirm</SubmitButton>
    </ApiForm>
  );
}
