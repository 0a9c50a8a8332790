'use client';

import { requestPasswordResetInput } from '@goodword/api/client';
import {
  Alert,
  type AppName,
  AuthCard,
  FormError,
  SubmitButton,
  TextField,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { useState } from 'react';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';

export interface AuthPageProps {
  app: AppName;
  organisation?: string;
}

/** Asks for a link to a new password. The answer never tells whether the address is known. */
export function ForgotPassword({ app, organisation }: AuthPageProps) {
  const request = trpc.account.requestPasswordReset.useMutation();
  const [sentTo, setSentTo] = useState<string>();
  // A complaint on leaving the field would push the link below away from under the pointer.
  const form = useZodForm(requestPasswordResetInput, { email: '' }, { mode: 'onSubmit' });
  return (
    <AuthCard
      app={app}
      organisation={organisation}
      title="Set a new password"
      description="We send a link to your e-mail address."
      footer={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      {sentTo ? (
        <Alert tone="success" title="Look into your mailbox">
          If {sentTo} belongs to an account, a link is on its way. It works for a short time and once.
        </Alert>
      ) : (
        <ApiForm
          form={form}
          guard={false}
          onSubmit={async (values) => {
            await request.mutateAsync(values);
            setSentTo(values.email);
          }}
        >
          <FormError />
          <TextField name="email" label="E-mail" type="email" autoComplete="username" autoFocus />
          <SubmitButton className="w-full">Send link</SubmitButton>
        </ApiForm>
      )}
    </AuthCard>
  );
}
