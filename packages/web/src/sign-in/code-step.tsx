'use client';

import { codeInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { useState } from 'react';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import { PasskeyStep } from './passkey-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';

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

/** The second step by whatever the account has: a code, a passkey, or else a recovery code. */
export function CodeStep({ onDone }: { onDone: () => void }) {
  const factors = trpc.account.secondFactors.useQuery();
  const [lost, setLost] = useState(false);
  if (lost) return <RecoveryStep onDone={onDone} />;
  const { totp = true, passkey = false } = factors.data ?? {};
  return (
    <>
      {totp && <CodeForm onDone={onDone} />}
      {passkey && <PasskeyStep primary={!totp} onDone={onDone} />}
      <button
        type="button"
        onClick={() => setLost(true)}
        className="justify-self-center rounded-sm font-medium text-accent-ink text-sm hover:underline"
      >
        Use a recovery code
      </button>
    </>
  );
}

function CodeForm({ onDone }: { onDone: () => void }) {
  const confirm = trpc.identity.confirmCode.useMutation();
  // A complaint on leaving the field would push the link below away from under the pointer.
  const form = useZodForm(codeInput, { code: '' }, { mode: 'onSubmit' });
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
