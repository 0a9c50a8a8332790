'use client';

import type { Outputs } from '@goodword/api';
import { acceptInvitationInput } from '@goodword/api/client';
import {
  AuthCard,
  Field,
  FormError,
  Input,
  SubmitButton,
  TextField,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';

export interface AcceptInvitationProps {
  organisation: string;
  token: string;
  invitation: Outputs['invitations']['read'];
}

/** Sets up the first account of a partner. The link in the mail is the proof of the address. */
export function AcceptInvitation({ organisation, token, invitation }: AcceptInvitationProps) {
  const accept = trpc.invitations.accept.useMutation();
  const form = useZodForm(acceptInvitationInput, {
    token,
    name: invitation.contactName ?? '',
    password: '',
  });
  return (
    <AuthCard
      app="partner"
      organisation={organisation}
      title={`Set up the account of ${invitation.partnerName}`}
      description={`You will sign in with ${invitation.email}. Choose a password and you are in.`}
      footer={
        <>
          Have an account already? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await accept.mutateAsync(values);
          // A full load: the page must be read anew with the session that was just opened.
          window.location.assign('/home');
        }}
      >
        <FormError />
        <Field label="E-mail">
          <Input readOnly value={invitation.email} autoComplete="username" />
        </Field>
        <TextField name="name" label="Your name" autoComplete="name" />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          help="At least 8 characters. A sentence is easier to remember and harder to guess."
        />
        <SubmitButton className="w-full">Create account and sign in</SubmitButton>
      </ApiForm>
    </AuthCard>
  );
}
