'use client';

import { invitePartnerInput } from '@goodword/api/client';
import {
  Button,
  Card,
  FormActions,
  FormError,
  FormRow,
  NumberField,
  SelectField,
  SubmitButton,
  TextField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, countryOptions, emptyIsMissing, RegionsField, trpc } from '@goodword/web';
import { InviteDuplicates } from './invite-duplicates.tsx';

const schema = emptyIsMissing(invitePartnerInput, { keep: ['capacity'] });

export interface InviteFormProps {
  types: readonly { code: string; name: string; incentive: string; regions: string[] }[];
}

/** Asks a partner to join. They set up their account, then we look at them once more. */
export function InviteForm({ types }: InviteFormProps) {
  const { navigate } = useUi();
  const invite = trpc.partners.invite.useMutation();
  const form = useZodForm(schema, {
    name: '',
    contactName: '',
    email: '',
    phone: '',
    website: '',
    partnerTypeCode: '',
    regions: [],
    capacity: null,
    country: undefined,
  });
  const { name, email, phone, website, country } = form.watch();
  const type = types.find(({ code }) => code === form.watch('partnerTypeCode'));
  return (
    <Card>
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          const { id } = await invite.mutateAsync(values);
          toast.success(`${values.name} is invited`);
          navigate(`/partners/${id}`);
        }}
      >
        <FormError />
        <TextField name="name" label="Company" autoComplete="off" />
        <FormRow>
          <TextField name="contactName" label="Contact" autoComplete="off" />
          <TextField
            name="email"
            label="E-mail"
            type="email"
            autoComplete="off"
            help="The invitation goes here."
          />
        </FormRow>
        <FormRow>
          <TextField name="phone" label="Phone" type="tel" optional autoComplete="off" />
          <TextField name="website" label="Website" optional autoComplete="off" />
        </FormRow>
        <InviteDuplicates name={name} email={email} phone={phone} website={website} country={country} />
        <SelectField
          name="partnerTypeCode"
          label="Partner type"
          placeholder="Choose a type"
          help={type?.incentive}
          options={types.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <RegionsField
          name="regions"
          label="Regions"
          within={type?.regions}
          help="Where they work. Leads from elsewhere are not offered to them."
        />
        <FormRow>
          <SelectField
            name="country"
            label="Country"
            optional
            placeholder="Choose a country"
            options={countryOptions}
          />
          <NumberField
            name="capacity"
            label="Capacity"
            optional
            unit="leads"
            help="Most open leads at one time. Empty: no limit."
          />
        </FormRow>
        <FormActions>
          <Button href="/partners">Cancel</Button>
          <SubmitButton>Send invitation</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}
