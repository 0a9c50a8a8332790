'use client';

import type { Inputs, Outputs } from '@goodword/api';
import { applyInput } from '@goodword/api/client';
import {
  Alert,
  Button,
  Card,
  FormError,
  FormRow,
  FormSection,
  Page,
  PageHeader,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import type { CountryOption } from '../../lib/countries.ts';
import { RegionPicker } from './region-picker.tsx';
import { useDraft } from './use-draft.ts';

type PartnerType = Outputs['catalogue']['partnerTypes'][number];

export interface ApplyFormProps {
  organisation: string;
  types: PartnerType[];
  countries: CountryOption[];
  /** Chosen on the page before. */
  initialType?: string;
}

const DRAFT_KEY = 'goodword.application';

/** The application. What is typed stays in this browser until it is sent. */
export function ApplyForm({ organisation, types, countries, initialType }: ApplyFormProps) {
  const router = useRouter();
  const apply = trpc.applications.submit.useMutation();
  const empty: Inputs['applications']['submit'] = {
    partnerTypeCode: types.some(({ code }) => code === initialType) ? (initialType ?? '') : '',
    regions: [],
    companyName: '',
    contactName: '',
    email: '',
    phone: '',
    website: '',
    country: '',
    about: '',
  };
  const form = useZodForm(emptyIsMissing(applyInput), empty);
  const draft = useDraft(form, DRAFT_KEY);
  const type = types.find(({ code }) => code === form.watch('partnerTypeCode'));
  const regions = form.watch('regions');

  function setRegions(next: string[]) {
    form.setValue('regions', next, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
  }

  return (
    <Page width="narrow" className="px-4 py-10 sm:px-6">
      <PageHeader
        title="Apply to become a partner"
        description={`Three minutes. A person at ${organisation} reads every application.`}
      />
      {draft.restored && (
        <Alert
          tone="info"
          title="Your draft is back"
          actions={
            <Button size="sm" onClick={draft.discard}>
              Start over
            </Button>
          }
        >
          We put in what you typed on your last visit in this browser.
        </Alert>
      )}
      <Card>
        <ApiForm
          form={form}
          guard={false}
          onSubmit={async (values) => {
            const { reference } = await apply.mutateAsync(values);
            draft.sent();
            router.push(`/apply/received?reference=${encodeURIComponent(reference)}`);
          }}
        >
          <FormError />
          <FormSection title="What you do" description="Decides the terms and what we may share with you.">
            <SelectField
              name="partnerTypeCode"
              label="Partner type"
              placeholder="Choose the one that fits best"
              options={types.map(({ code, name }) => ({ value: code, label: name }))}
            />
            {type && (
              <Alert tone="info" title={type.description}>
                {type.incentive}
              </Alert>
            )}
            {type && (
              <RegionPicker
                offered={type.regions}
                countries={countries}
                value={regions.filter((region) => fits(region, type.regions))}
                onChange={setRegions}
                error={form.formState.errors.regions?.message}
              />
            )}
          </FormSection>
          <FormSection title="Who you are">
            <FormRow>
              <TextField name="companyName" label="Company name" autoComplete="organization" />
              <TextField name="contactName" label="Your name" autoComplete="name" />
            </FormRow>
            <FormRow>
              <TextField
                name="email"
                label="Work e-mail"
                type="email"
                autoComplete="email"
                help="The invitation goes here."
              />
              <TextField
                name="phone"
                label="Phone"
                type="tel"
                autoComplete="tel"
                optional
                help="With its country code, such as +971 50 123 4567."
              />
            </FormRow>
            <FormRow>
              <TextField name="website" label="Website" autoComplete="url" optional />
              <SelectField
                name="country"
                label="Country"
                placeholder="Choose a country"
                options={countries}
                optional
              />
            </FormRow>
            <TextareaField
              name="about"
              label="About your work"
              rows={4}
              optional
              help="Whom you work with, and how you would like to work with us."
            />
          </FormSection>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-sm text-pretty text-[0.8125rem] text-ink-soft leading-5">
              Your draft stays in this browser until you send it. We use what you send to decide and to answer
              you.
            </p>
            <SubmitButton size="lg">Send application</SubmitButton>
          </div>
        </ApiForm>
      </Card>
    </Page>
  );
}

/** Regions left over from another type do not count. */
function fits(region: string, offered: readonly string[]): boolean {
  return offered.length === 0 || offered.some((area) => region === area || region.startsWith(`${area}-`));
}
