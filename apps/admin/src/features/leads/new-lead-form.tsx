'use client';

import { emailField, leadFields, optionalText, phoneField, textField } from '@goodword/api/client';
import {
  Button,
  Card,
  FormActions,
  FormError,
  FormRow,
  FormSection,
  MoneyField,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, regionOptions, trpc } from '@goodword/web';
import { z } from 'zod';
import { currencyOptions } from '../../lib/options.ts';

const { amenities: _amenities, ...fields } = leadFields;

const schema = emptyIsMissing(
  z.strictObject({
    ...fields,
    source: textField('Where the lead comes from', 60),
    client: z.strictObject({
      name: textField('A name', 120),
      email: emailField.optional(),
      phone: phoneField.optional(),
      location: optionalText('Location', 120),
    }),
  }),
);

/** A lead that somebody told us about in person. */
export function NewLeadForm({ currency }: { currency: string }) {
  const create = trpc.leads.create.useMutation();
  const { navigate } = useUi();
  const form = useZodForm(schema, {
    client: { name: '', email: '', phone: '', location: '' },
    source: 'staff',
    region: '',
    currency,
    serviceNeeded: '',
    propertyType: '',
    place: '',
    size: '',
    moveIn: '',
    financing: '',
    payment: '',
    message: '',
  });
  const chosenCurrency = form.watch('currency') || currency;
  return (
    <Card>
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          const { id } = await create.mutateAsync(values);
          toast.success('The lead is added');
          navigate(`/leads/${id}`);
        }}
      >
        <FormError />
        <FormSection title="Client">
          <TextField name="client.name" label="Name" autoComplete="off" />
          <FormRow>
            <TextField name="client.email" label="E-mail" type="email" optional autoComplete="off" />
            <TextField name="client.phone" label="Phone" type="tel" optional autoComplete="off" />
          </FormRow>
          <FormRow>
            <TextField name="client.location" label="Location" optional autoComplete="off" />
            <TextField name="source" label="Where the lead comes from" autoComplete="off" />
          </FormRow>
        </FormSection>
        <FormSection title="What they look for">
          <FormRow>
            <SelectField name="region" label="Region" placeholder="Choose a region" options={regionOptions} />
            <TextField name="serviceNeeded" label="Service needed" optional />
          </FormRow>
          <SelectField name="currency" label="Currency" options={currencyOptions} />
          <FormRow>
            <MoneyField name="budgetMinMinor" label="Budget from" optional currency={chosenCurrency} />
            <MoneyField name="budgetMaxMinor" label="Budget up to" optional currency={chosenCurrency} />
          </FormRow>
          <FormRow>
            <TextField name="propertyType" label="Type of property" optional />
            <TextField name="place" label="Place" optional />
          </FormRow>
          <FormRow>
            <TextField name="size" label="Size" optional />
            <TextField name="moveIn" label="When to move" optional />
          </FormRow>
          <FormRow>
            <TextField name="financing" label="Financing" optional />
            <TextField name="payment" label="Payment" optional />
          </FormRow>
          <TextareaField name="message" label="In their words" optional rows={3} />
        </FormSection>
        <FormActions>
          <Button href="/leads">Cancel</Button>
          <SubmitButton>Add lead</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}
