'use client';

import type { Outputs } from '@goodword/api';
import { updatePartnerInput } from '@goodword/api/client';
import {
  Button,
  FormActions,
  FormError,
  FormRow,
  NumberField,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, countryOptions, emptyIsMissing, trpc, useDone } from '@goodword/web';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Partner = Outputs['partners']['get'];

const schema = emptyIsMissing(updatePartnerInput, { keep: ['capacity'] });

function EditForm({ partner, close }: { partner: Partner; close: () => void }) {
  const update = trpc.partners.update.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    id: partner.id,
    name: partner.name,
    contactName: partner.contactName ?? '',
    email: partner.email ?? '',
    phone: partner.phone ?? '',
    website: partner.website ?? '',
    city: partner.city ?? '',
    country: partner.country ?? '',
    capacity: partner.capacity,
    about: partner.about ?? '',
    internalNotes: partner.internalNotes ?? '',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await update.mutateAsync(values);
        close();
        done('The profile is saved');
      }}
    >
      <FormError />
      <TextField name="name" label="Company" />
      <FormRow>
        <TextField name="contactName" label="Contact" />
        <TextField name="email" label="E-mail" type="email" />
      </FormRow>
      <FormRow>
        <TextField name="phone" label="Phone" type="tel" optional />
        <TextField name="website" label="Website" optional />
      </FormRow>
      <FormRow>
        <TextField name="city" label="City" optional />
        <SelectField
          name="country"
          label="Country"
          optional
          placeholder="Choose a country"
          options={countryOptions}
        />
      </FormRow>
      <NumberField
        name="capacity"
        label="Capacity"
        optional
        unit="leads"
        help="Most open leads at one time. Empty: no limit."
      />
      <TextareaField name="about" label="Description" optional rows={3} />
      <TextareaField name="internalNotes" label="Internal note" optional rows={3} help="Only staff see it." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function EditPartner({ partner }: { partner: Partner }) {
  return (
    <FormDialog label="Edit" buttonSize="sm" title="Edit profile" side size="lg">
      {(close) => <EditForm partner={partner} close={close} />}
    </FormDialog>
  );
}
