'use client';

import { codeInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';

/** Six digits, typed or filled in by the device. */
export function CodeField({ autoFocus }: { autoFocus?: boolean }) {
  return (
    <TextField
      name="code"
      label="Code from your app"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      autoFocus={autoFocus}
      className="tracking-[0.3em] tabular-nums"
    />
  );
}

export function CodeStep({ onDone }: { onDone: () => void }) {
  const confirm = trpc.identity.confirmCode.useMutation();
  const form = useZodForm(codeInput, { code: '' });
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
      <CodeField autoFocus />
      <SubmitButton className="w-full">Continue</SubmitButton>
    </ApiForm>
  );
}
