'use client';

import { verifyPatientEmailInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, TextLink, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

/**
 * Opening the page changes nothing, because mail scanners open links too. Pressing the button takes the password of the
 * registration, because somebody else may have registered this address.
 */
export function VerifyEmail({ token, organisation }: { token: string; organisation: string }) {
  const verify = trpc.patients.verifyEmail.useMutation();
  const form = useZodForm(verifyPatientEmailInput, { token, password: '' });
  return (
    <FocusCard
      title="Confirm your e-mail"
      description={`Enter the password you chose, to confirm that the address is yours and to sign in to ${organisation}.`}
      footer={
        <>
          Was it not you, or did you forget the password? <TextLink href="/register">Register again</TextLink>
        </>
      }
    >
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await verify.mutateAsync(values);
          // A full load: nothing of the page before sign-in may be kept.
          window.location.assign('/home');
        }}
      >
        <FormError />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <SubmitButton size="lg" className="w-full">
          Confirm and sign in
        </SubmitButton>
      </ApiForm>
      <p className="text-[0.8125rem] text-ink-soft leading-5">
        You did not register? Close this page. Without this button nothing happens.
      </p>
    </FocusCard>
  );
}
