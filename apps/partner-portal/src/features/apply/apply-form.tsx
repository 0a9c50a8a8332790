'use client';

import type { Outputs } from '@goodword/api';
import { applyInput, questionsFor } from '@goodword/api/client';
import {
  Alert,
  Card,
  FormError,
  FormSection,
  Page,
  PageHeader,
  SelectField,
  SubmitButton,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import type { CountryOption } from '../../lib/countries.ts';
import { fits, startingValues, toDraft } from './apply-values.ts';
import { Attachments } from './attachments.tsx';
import { CompanyFields } from './company-fields.tsx';
import { ContinueElsewhere } from './continue-elsewhere.tsx';
import { QuestionFields } from './question-fields.tsx';
import { RegionPicker } from './region-picker.tsx';
import { type DraftState, useDraft } from './use-draft.ts';

type PartnerType = Outputs['catalogue']['partnerTypes'][number];

export interface ApplyFormProps {
  organisation: string;
  types: PartnerType[];
  questions: Outputs['applications']['form']['questions'];
  countries: CountryOption[];
  draft: Outputs['applications']['draft'];
  /** Chosen on the page before. */
  initialType?: string;
}

const savedWords: Record<DraftState, string> = {
  untouched: 'Your draft is saved while you type. We use what you send to decide and to answer you.',
  saving: 'Saving your draft …',
  saved: 'Your draft is saved. We use what you send to decide and to answer you.',
  failed: 'Your draft could not be saved just now. It stays in this page; we try again while you type.',
};

/** The application. What is typed stays on the server until it is sent, and goes on in another browser by a link. */
export function ApplyForm(props: ApplyFormProps) {
  const { organisation, types, questions, countries, draft } = props;
  const router = useRouter();
  const submit = trpc.applications.submit.useMutation();
  const discard = trpc.applications.discardDraft.useMutation();
  const initialType = types.find(({ code }) => code === props.initialType)?.code;
  const form = useZodForm(emptyIsMissing(applyInput), startingValues(draft, questions, initialType));
  const { state, flush } = useDraft(form, toDraft);
  const type = types.find(({ code }) => code === form.watch('partnerTypeCode'));
  const regions = form.watch('regions').filter((region) => type && fits(region, type.regions));
  const asked = type ? questionsFor(type, regions, questions) : [];

  async function startOver() {
    await discard.mutateAsync();
    // A full load: the form begins with nothing.
    window.location.assign('/apply');
  }

  return (
    <Page width="narrow" className="px-4 py-10 sm:px-6">
      <PageHeader
        title="Apply to become a partner"
        description={`Three minutes. A person at ${organisation} reads every application.`}
      />
      {draft && (
        <Alert tone="info" title={draft.sent ? 'You sent this already' : 'Your draft is back'}>
          {draft.sent
            ? 'It waits for the link in our mail. Something wrong with the address? Correct it and send again.'
            : 'We put in what you typed before. Go on where you left off.'}
        </Alert>
      )}
      <Card>
        <ApiForm
          form={form}
          guard={false}
          onSubmit={async (values) => {
            await flush();
            const keys = new Set(asked.map(({ key }) => key));
            const answers = Object.entries(values.answers ?? {}).filter(([key]) => keys.has(key));
            await submit.mutateAsync({ ...values, regions, answers: Object.fromEntries(answers) });
            router.push('/apply/received');
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
                value={regions}
                onChange={(next) =>
                  form.setValue('regions', next, {
                    shouldDirty: true,
                    shouldTouch: true,
                    shouldValidate: true,
                  })
                }
                error={form.formState.errors.regions?.message}
              />
            )}
          </FormSection>
          <CompanyFields countries={countries} />
          {asked.length > 0 && (
            <FormSection
              title="Your work"
              description={`What we ask everybody who applies as ${type?.name}.`}
            >
              <QuestionFields questions={asked} />
            </FormSection>
          )}
          <FormSection
            title="Documents"
            description="A licence, a registration, a profile: whatever helps us decide. Only our team and you can read them."
          >
            <Attachments initial={draft?.documents ?? []} beforeAttach={flush} />
          </FormSection>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p aria-live="polite" className="max-w-sm text-pretty text-[0.8125rem] text-ink-soft leading-5">
              {savedWords[state]}
            </p>
            <SubmitButton size="lg">Send application</SubmitButton>
          </div>
        </ApiForm>
      </Card>
      <ContinueElsewhere
        email={draft?.form.email ?? ''}
        beforeSend={flush}
        onStartOver={draft ? startOver : undefined}
      />
    </Page>
  );
}
