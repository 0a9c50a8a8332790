'use client';

import type { Outputs } from '@goodword/api';
import { joinInput } from '@goodword/api/client';
import { AuthCard, FormError, humanize, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import type { AuthPageProps } from './forgot-password.tsx';

export interface JoinTeamProps extends AuthPageProps {
  token: string;
  invitation: Outputs['joining']['read'];
}

/** Sets up the account of an invited colleague. */
export function JoinTeam({ app, organisation, token, invitation }: JoinTeamProps) {
  const { name, email, staffRole, partnerRole, partnerName } = invitation;
  const accept = trpc.joining.accept.useMutation();
  const form = useZodForm(joinInput, { token, name, password: '' });
  const role = humanize(staffRole ?? partnerRole ?? 'member').toLowerCase();
  return (
    <AuthCard
      app={app}
      organisation={organisation}
      title={`Join ${partnerName ?? organisation ?? 'the team'}`}
      description={`You are invited as ${role}. You will sign in with ${email}.`}
    >
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await accept.mutateAsync(values);
          // A full load, so that the sign-in page can ask for what is still missing.
          window.location.assign('/');
        }}
      >
        <FormError />
        <TextField name="name" label="Your name" autoComplete="name" />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          help="At least 8 characters. A sentence is easy to remember and hard to guess."
        />
        <SubmitButton className="w-full">Create account</SubmitButton>
      </ApiForm>
    </AuthCard>
  );
}
