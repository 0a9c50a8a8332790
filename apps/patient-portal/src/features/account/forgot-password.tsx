'use client';

import { requestPasswordResetInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, TextLink, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useState } from 'react';
import { FocusCard } from '../../frame/focus-card.tsx';

/** Asks for a link to a new password. The answer is the same for every address. */
export function ForgotPassword() {
  const request = trpc.account.requestPasswordReset.useMutation();
  const [asked, setAsked] = useState(false);
  const form = useZodForm(requestPasswordResetInput, { email: '' });
  const footer = <TextLink href="/sign-in">Back to sign in</TextLink>;
  if (asked) {
    return (
      <FocusCard
        title="Check your mail"
        description="If there is an account with this address, we sent a link to set a new password. Look among unwanted mail too."
        footer={footer}
      />
    );
  }
  return (
    <FocusCard
      title="Forgot your password?"
      description="Enter your e-mail and we send you a link to set a new one."
      footer={footer}
    >
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await request.mutateAsync(values);
          setAsked(true);
        }}
      >
        <FormError />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" />
        <SubmitButton size="lg" className="w-full">
          Send link
        </SubmitButton>
      </ApiForm>
    </FocusCard>
  );
}
