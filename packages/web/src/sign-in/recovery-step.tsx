'use client';

import { recoveryCodeInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';

/** For the day the phone is lost. */
export function RecoveryStep({ onDone }: { onDone: () => void }) {
  const recover = trpc.account.useRecoveryCode.useMutation();
  // A complaint on leaving the field would push the link below away from under the pointer.
  const form = useZodForm(recoveryCodeInput, { code: '' }, { mode: 'onSubmit' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => {
        await recover.mutateAsync(values);
        onDone();
      }}
    >
      <FormError />
      <TextField
        name="code"
        label="Recovery code"
        autoComplete="off"
        autoCapitalize="none"
        autoFocus
        help="One of the codes you kept when you set up two-factor sign-in. It works once."
      />
      <SubmitButton className="w-full">Continue</SubmitButton>
    </ApiForm>
  );
}
