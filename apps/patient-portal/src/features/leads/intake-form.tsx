'use client';

import type { Outputs } from '@goodword/api';
import { Alert, FormError, FormRow, FormSection, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useState } from 'react';
import { FocusCard } from '../../frame/focus-card.tsx';
import { ConsentBoxes } from './consent-boxes.tsx';
import { placesOf, recipientsIn } from './form-places.ts';
import { LeadQuestions } from './lead-questions.tsx';
import { intakeShape, noAnswers, toLead } from './lead-shape.ts';
import { OptedOut, OptOut } from './opt-out.tsx';

export interface IntakeFormProps {
  token: string;
  context: Outputs['referrals']['readIntake'];
}

/** For a client who confirmed a referral: what they need and what we may pass on. */
export function IntakeForm({ token, context }: IntakeFormProps) {
  const [end, setEnd] = useState<'sent' | 'opted_out' | undefined>(context.done ? 'sent' : undefined);
  if (end === 'sent') return <ThankYou organisation={context.organisationName} />;
  if (end === 'opted_out') return <OptedOut organisation={context.organisationName} />;
  return <Questions token={token} context={context} onEnd={setEnd} />;
}

interface QuestionsProps extends IntakeFormProps {
  onEnd: (end: 'sent' | 'opted_out') => void;
}

function Questions({ token, context, onEnd }: QuestionsProps) {
  const { known, currency, partnerName, organisationName, recipients } = context;
  const submit = trpc.referrals.submitIntake.useMutation();
  const form = useZodForm(intakeShape, {
    ...noAnswers,
    currency,
    name: known.name,
    phone: known.phone ?? '',
    propertyType: known.propertyType ?? '',
    place: known.place ?? '',
    serviceNeeded: known.serviceNeeded ?? '',
  });
  const region = form.watch('region');
  const shown = recipientsIn(recipients, region);
  return (
    <FocusCard
      wide
      title="Tell us what you need"
      description={`Your answers go to ${organisationName}. Nobody else sees them unless you allow it below.`}
    >
      <ApiForm
        form={form}
        onSubmit={async (answers) => {
          await submit.mutateAsync({ token, ...toLead(answers, shown) });
          onEnd('sent');
        }}
      >
        <FormError />
        <FormSection title="You">
          <Alert tone="neutral">
            We write to <strong className="break-all font-medium text-ink">{known.email}</strong>, the address
            you confirmed.
          </Alert>
          <FormRow>
            <TextField name="name" label="Your name" autoComplete="name" />
            <TextField
              name="phone"
              label="Phone"
              type="tel"
              autoComplete="tel"
              help="With the country code, such as +971 50 123 4567."
              optional
            />
          </FormRow>
        </FormSection>
        <LeadQuestions regions={placesOf(recipients)} currency={currency} />
        <ConsentBoxes
          wording={context.wording}
          recipients={shown}
          partnerName={partnerName}
          regionChosen={region !== ''}
        />
        <SubmitButton size="lg" className="w-full">
          Send
        </SubmitButton>
      </ApiForm>
      <OptOut token={token} names={context} onOptedOut={() => onEnd('opted_out')} />
    </FocusCard>
  );
}

function ThankYou({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="Thank you, we have everything"
      description={`${organisation} reads your answers and will be in touch. You can change what you allowed at any time with the link in our mails.`}
    />
  );
}
