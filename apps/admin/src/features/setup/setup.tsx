'use client';

import { finishSetupInput } from '@goodword/api/client';
import { AuthCard, FormError, FormSection, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { OrganisationFields } from '../../lib/organisation-fields.tsx';

/** The first page of a new installation: who we are, and who looks after it. */
export function Setup({ token, timeZones }: { token: string; timeZones: readonly string[] }) {
  const finish = trpc.organisation.finishSetup.useMutation();
  const form = useZodForm(finishSetupInput, {
    token,
    name: '',
    timeZone: 'UTC',
    currency: 'USD',
    patientWord: 'patient',
    postalAddress: '',
    adminName: '',
    adminEmail: '',
    password: '',
  });
  return (
    <AuthCard
      app="admin"
      title="Set up Goodword"
      description="Two minutes, and the house is yours. All of it can be changed later."
    >
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await finish.mutateAsync(values);
          // A full load, so that the sign-in page can ask for what is still missing.
          window.location.assign('/');
        }}
      >
        <FormError />
        <FormSection title="Your organisation">
          <OrganisationFields timeZones={timeZones} />
        </FormSection>
        <FormSection title="The first administrator">
          <TextField name="adminName" label="Your name" autoComplete="name" />
          <TextField name="adminEmail" label="E-mail" type="email" autoComplete="username" />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="new-password"
            help="At least 8 characters. A sentence is easy to remember and hard to guess."
          />
        </FormSection>
        <SubmitButton className="w-full">Set up</SubmitButton>
      </ApiForm>
    </AuthCard>
  );
}
