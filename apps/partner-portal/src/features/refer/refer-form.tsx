'use client';

import type { Inputs, Outputs } from '@goodword/api';
import { referralSources, submitReferralInput } from '@goodword/api/client';
import {
  Alert,
  Card,
  CheckboxField,
  FormActions,
  FormError,
  FormRow,
  FormSection,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { useMay } from '../../frame/person.tsx';
import { regionNames } from '../../lib/countries.ts';
import { sourceWords } from '../../lib/words.ts';

type ReferralForm = Outputs['referrals']['form'];
type Engagement = ReferralForm['engagements'][number];

/** The form by partner type. Without the box ticked nothing is sent. */
export function ReferForm({ form: { engagements, consentWording } }: { form: ReferralForm }) {
  const router = useRouter();
  const may = useMay();
  const submit = trpc.referrals.submit.useMutation();
  const form = useZodForm(emptyIsMissing(submitReferralInput), emptyReferral(engagements));
  const engagement = engagements.find(({ id }) => id === form.watch('engagementId'));
  return (
    <Card>
      <ApiForm
        form={form}
        guard
        onSubmit={async (values) => {
          const { id } = await submit.mutateAsync({
            ...values,
            details: answersTo(engagement, values.details),
          });
          // What was typed is saved, so leaving needs no question.
          form.reset(form.getValues());
          router.push(`/refer/sent?id=${id}`);
        }}
      >
        <FormError />
        <FormSection title="Your client" description="Only people who asked you to, or agreed to it.">
          {engagements.length > 1 && (
            <SelectField
              name="engagementId"
              label="You refer as"
              placeholder="Choose"
              options={engagements.map(({ id, partnerTypeName, regions }) => ({
                value: id,
                label: `${partnerTypeName} (${regionNames(regions)})`,
              }))}
            />
          )}
          <FormRow>
            <TextField name="clientName" label="Client name" autoComplete="off" />
            <TextField
              name="clientEmail"
              label="Client e-mail"
              type="email"
              autoComplete="off"
              help="We write to this address once and ask for a yes."
            />
          </FormRow>
          <FormRow>
            <TextField
              name="clientPhone"
              label="Client phone"
              type="tel"
              autoComplete="off"
              optional
              help="With its country code, such as +971 50 123 4567."
            />
            <SelectField
              name="source"
              label="How did they reach you?"
              placeholder="Choose"
              options={referralSources.map((value) => ({ value, label: sourceWords[value] }))}
            />
          </FormRow>
        </FormSection>
        {engagement && engagement.formFields.length > 0 && (
          <FormSection title="What they need" description="Leave empty what you do not know.">
            <FormRow>
              {engagement.formFields.map((field) => (
                <Question key={field.key} field={field} />
              ))}
            </FormRow>
          </FormSection>
        )}
        <FormSection title="Before you send it">
          <TextareaField
            name="notes"
            label="Note for us"
            rows={3}
            optional
            help="What helps us to help them. The client may ask us for what you write."
          />
          <CheckboxField name="consentObtained" label={consentWording.text} />
        </FormSection>
        <FormActions>
          {may('portal.work') && <SubmitButton size="lg">Send referral</SubmitButton>}
        </FormActions>
      </ApiForm>
    </Card>
  );
}

function Question({ field: { key, label, options } }: { field: Engagement['formFields'][number] }) {
  if (!options) return <TextField name={`details.${key}`} label={label} optional />;
  return (
    <SelectField
      name={`details.${key}`}
      label={label}
      optional
      placeholder="Not known"
      options={options.map((value) => ({ value, label: value }))}
    />
  );
}

function emptyReferral(engagements: readonly Engagement[]): Partial<Inputs['referrals']['submit']> {
  const keys = engagements.flatMap(({ formFields }) => formFields.map(({ key }) => key));
  return {
    engagementId: engagements.length === 1 ? engagements[0]?.id : '',
    clientName: '',
    clientEmail: '',
    clientPhone: '',
    details: Object.fromEntries(keys.map((key) => [key, ''])),
    notes: '',
  };
}

/** Answers left over from another partner type are not sent. */
function answersTo(
  engagement: Engagement | undefined,
  answers: Record<string, string>,
): Record<string, string> {
  const asked = engagement?.formFields.map(({ key }) => key) ?? [];
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.includes(key)));
}

/** Why nobody can be referred right now. */
export function CannotRefer({ refusal }: { refusal: string }) {
  return (
    <Alert tone="warning" title="You cannot refer clients right now">
      {refusal}
    </Alert>
  );
}
