'use client';

import type { Outputs } from '@goodword/api';
import { contactOpensAt } from '@goodword/api/client';
import {
  Alert,
  Button,
  Card,
  CheckboxField,
  FormActions,
  FormError,
  FormRow,
  FormSection,
  humanize,
  NumberField,
  SelectField,
  SubmitButton,
  SwitchField,
  TextareaField,
  TextField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, RegionsField, RowsField, regionOptions, trpc } from '@goodword/web';
import { optionsOf } from '../../lib/options.ts';
import { TermsFields } from '../../lib/terms-fields.tsx';
import { TermsPreview } from '../../lib/terms-preview.tsx';
import { type TypeBoxes, ticks, ticksOf, typeFormSchema } from './type-form-schema.ts';

type PartnerType = Outputs['catalogue']['get'];

const fresh: TypeBoxes = {
  code: '',
  name: '',
  description: '',
  incentive: '',
  regions: [],
  terms: { direction: 'none', formula: 'none', base: 'none', trigger: 'none', tiers: [] },
  rateMinBps: null,
  rateMaxBps: null,
  rateRanges: [],
  ceiling: ticksOf(ticks),
  defaultTicks: ticksOf([]),
  contactOpensAt: 'accepted',
  hidesProperty: false,
  credentials: [],
  regulated: false,
  formFields: [],
  reason: '',
};

function boxesOf(type: PartnerType): TypeBoxes {
  return {
    ...fresh,
    code: type.code,
    name: type.name,
    description: type.description,
    incentive: type.incentive,
    regions: type.regions,
    terms: { ...type.terms, tiers: type.terms.tiers ?? [] },
    rateMinBps: type.rateMinBps,
    rateMaxBps: type.rateMaxBps,
    rateRanges: type.rateRanges,
    ceiling: ticksOf(type.ceiling),
    defaultTicks: ticksOf(type.defaultTicks),
    contactOpensAt: type.contactOpensAt,
    hidesProperty: type.hidesProperty,
    credentials: type.credentials.map((one) => ({ ...one, regions: one.regions.join(', ') })),
    regulated: type.regulated,
    formFields: type.formFields.map((one) => ({ ...one, options: (one.options ?? []).join(', ') })),
  };
}

function Ticks({ name, label }: { name: string; label: string }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ink text-sm">{label}</legend>
      {ticks.map((tick) => (
        <CheckboxField key={tick} name={`${name}.${tick}`} label={humanize(tick)} />
      ))}
    </fieldset>
  );
}

function Ranges() {
  return (
    <>
      <FormRow>
        <NumberField name="rateMinBps" label="Lowest rate" unit="%" scale={100} optional />
        <NumberField
          name="rateMaxBps"
          label="Highest rate"
          unit="%"
          scale={100}
          optional
          help="Both empty: the rate is fixed."
        />
      </FormRow>
      <RowsField
        name="rateRanges"
        label="Other ranges by region"
        add="Add range"
        row="range"
        empty="The same range everywhere."
        fresh={() => ({ region: '', minBps: null, maxBps: null })}
      >
        {(path) => (
          <>
            <SelectField
              name={`${path}.region`}
              label="Region"
              placeholder="Choose a region"
              options={regionOptions}
            />
            <FormRow>
              <NumberField name={`${path}.minBps`} label="Lowest rate" unit="%" scale={100} />
              <NumberField name={`${path}.maxBps`} label="Highest rate" unit="%" scale={100} />
            </FormRow>
          </>
        )}
      </RowsField>
    </>
  );
}

function Rows() {
  return (
    <>
      <FormSection title="Credentials" description="Checked before a lead may be shared.">
        <RowsField
          name="credentials"
          label="Needed credentials"
          add="Add credential"
          row="credential"
          empty="None needed."
          fresh={() => ({ kind: '', regions: '', required: true })}
        >
          {(path) => (
            <>
              <FormRow>
                <TextField name={`${path}.kind`} label="Kind" help="Such as state_licence." />
                <TextField
                  name={`${path}.regions`}
                  label="Regions"
                  help="Codes with commas, such as US, AE-DU."
                />
              </FormRow>
              <CheckboxField name={`${path}.required`} label="Required" />
            </>
          )}
        </RowsField>
      </FormSection>
      <FormSection title="Referral form" description="Asked beside name and contact.">
        <RowsField
          name="formFields"
          label="Questions"
          add="Add question"
          row="question"
          empty="Name and contact only."
          fresh={() => ({ key: '', label: '', options: '' })}
        >
          {(path) => (
            <>
              <FormRow>
                <TextField name={`${path}.label`} label="Question" />
                <TextField name={`${path}.key`} label="Key" help="Such as propertyType." />
              </FormRow>
              <TextField
                name={`${path}.options`}
                label="Answers to choose from"
                optional
                help="With commas. Empty: free text."
              />
            </>
          )}
        </RowsField>
      </FormSection>
    </>
  );
}

export interface TypeFormProps {
  currency: string;
  /** Without it a new type. */
  type?: PartnerType;
}

/** A partner type, with its terms in words and a worked example beside the boxes. */
export function TypeForm({ currency, type }: TypeFormProps) {
  const create = trpc.catalogue.create.useMutation();
  const update = trpc.catalogue.update.useMutation();
  const { navigate } = useUi();
  const form = useZodForm(typeFormSchema, type ? boxesOf(type) : fresh);
  const boxes = form.watch();

  async function save(values: Parameters<typeof create.mutateAsync>[0]) {
    if (type) {
      const reason = form.getValues('reason');
      const { untouched } = await update.mutateAsync({ ...values, reason, version: type.version });
      toast.success(
        `The type is saved. ${untouched === 0 ? 'No engagement runs yet.' : `${untouched} running ${untouched === 1 ? 'engagement keeps its terms' : 'engagements keep their terms'}.`}`,
      );
    } else {
      await create.mutateAsync(values);
      toast.success('The type is created');
    }
    navigate(`/partner-types/${values.code}`);
  }

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Card>
        <ApiForm form={form} onSubmit={save}>
          <FormError />
          <FormSection title="Type">
            {!type && (
              <TextField
                name="code"
                label="Code"
                help="Small letters and _, such as property_manager. Never changes."
              />
            )}
            <TextField name="name" label="Name" />
            <TextareaField name="description" label="Description" rows={2} />
            <TextareaField name="incentive" label="Told to candidates" rows={2} />
            <RegionsField name="regions" label="Regions" help="None chosen: everywhere." />
          </FormSection>
          <FormSection title="Terms" description="New engagements start with them.">
            <TermsFields terms={boxes.terms} currency={currency} />
            {boxes.terms.direction !== 'none' && boxes.terms.formula !== 'flat' && <Ranges />}
            <SwitchField
              name="regulated"
              label="Regulated by law"
              help="Paid only where a recorded decision on the law allows it."
            />
          </FormSection>
          <FormSection title="What a partner sees" description="Never more than the client allowed.">
            <FormRow>
              <Ticks name="ceiling" label="May ever see" />
              <Ticks name="defaultTicks" label="Ticked at first when sharing" />
            </FormRow>
            <SelectField name="contactOpensAt" label="Contact opens" options={optionsOf(contactOpensAt)} />
            <SwitchField name="hidesProperty" label="Never the property itself" />
          </FormSection>
          <Rows />
          {type && (
            <>
              <Alert tone="info" title="What a change does">
                {type.engagements === 0
                  ? 'No engagement of this type runs yet.'
                  : `${type.engagements} running ${type.engagements === 1 ? 'engagement keeps the terms it has' : 'engagements keep the terms they have'}; new ones start with these.`}{' '}
                What partners of this type may see follows at once.
              </Alert>
              <TextareaField name="reason" label="Reason" rows={2} help="Kept in the history." />
            </>
          )}
          <FormActions>
            <Button href={type ? `/partner-types/${type.code}` : '/partner-types'}>Cancel</Button>
            <SubmitButton>{type ? 'Save type' : 'Create type'}</SubmitButton>
          </FormActions>
        </ApiForm>
      </Card>
      <aside className="lg:sticky lg:top-20">
        <TermsPreview terms={boxes.terms} currency={currency} />
      </aside>
    </div>
  );
}
