'use client';

import { updateOrganisationInput } from '@goodword/api/client';
import { Badge, Card, FormActions, FormError, NumberField, SubmitButton, useZodForm } from '@goodword/ui';
import { AccentField, ApiForm, trpc, useDone } from '@goodword/web';
import type { Organisation } from '@goodword/web/server';
import { OrganisationFields } from '../../lib/organisation-fields.tsx';

interface OrganisationFormProps {
  organisation: Organisation;
  timeZones: readonly string[];
}

/** Who we are, as mails and portals say it, to change. */
export function OrganisationForm({ organisation, timeZones }: OrganisationFormProps) {
  const update = trpc.organisation.update.useMutation();
  const done = useDone();
  const { name, timeZone, currency, patientWord, postalAddress, accent, reapplyAfterDays } = organisation;
  const form = useZodForm(updateOrganisationInput, {
    name,
    timeZone,
    currency,
    patientWord,
    postalAddress,
    accent,
    reapplyAfterDays,
  });
  return (
    <Card title="Organisation" actions={organisation.isDemo && <Badge tone="info">Demo data</Badge>}>
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          await update.mutateAsync(values);
          done('Settings saved');
        }}
      >
        <FormError />
        <OrganisationFields timeZones={timeZones} />
        <AccentField />
        <NumberField
          name="reapplyAfterDays"
          label="Rejected applicants can apply again after"
          unit="days"
          help="Earlier attempts get the usual answer and change nothing."
        />
        <FormActions>
          <SubmitButton>Save</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}
