'use client';

import type { Outputs } from '@goodword/api';
import { FormError, FormRow, FormSection, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useState } from 'react';
import { FocusCard } from '../../frame/focus-card.tsx';
import { ConsentBoxes } from './consent-boxes.tsx';
import { placesOf, recipientsIn } from './form-places.ts';
import { LeadQuestions } from './lead-questions.tsx';
import { noAnswers, startShape, toLead } from './lead-shape.ts';

export interface StartFormProps {
  code: string;
  context: Outputs['referrals']['readLink'];
}

/** For somebody who came by a partner's link. */
export function StartForm({ code, context }: StartFormProps) {
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo) return <MailSent organisation={context.organisationName} address={sentTo} />;
  return <Questions code={code} context={context} onSent={setSentTo} />;
}

function Questions({ code, context, onSent }: StartFormProps & { onSent: (address: string) => void }) {
  const { currency, partnerName, organisationName, recipients } = context;
  const submit = trpc.referrals.submitByLink.useMutation();
  const form = useZodForm(startShape, { ...noAnswers, currency, name: '', email: '' });
  const region = form.watch('region');
  const shown = recipientsIn(recipients, region);
  return (
    <FocusCard
      wide
      title={`${partnerName} recommends ${organisationName}`}
      description={`Tell us what you need. Your answers go to ${organisationName}. Nobody else sees them unless you allow it below.`}
    >
      <ApiForm
        form={form}
        onSubmit={async (answers) => {
          await submit.mutateAsync({ code, ...toLead(answers, shown) });
          onSent(answers.email);
        }}
      >
        <FormError />
        <FormSection title="You">
          <TextField name="name" label="Your name" autoComplete="name" />
          <FormRow>
            <TextField
              name="email"
              label="E-mail"
              type="email"
              autoComplete="email"
              help="We write there once to confirm it is yours."
            />
            <TextField
              name="phone"
              label="Phone"
              type="tel"
              autoComplete="tel"
              help="With the country code."
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
    </FocusCard>
  );
}

/** The same words whether the address was known or not. */
function MailSent({ organisation, address }: { organisation: string; address: string }) {
  return (
    <FocusCard
      title="Thank you, we sent you a mail"
      description={`Open it and confirm that the address is yours. ${organisation} starts on your answers then, and what you allowed counts from then on.`}
    >
      <p className="rounded-card border border-line bg-subtle px-4 py-3 text-ink-soft text-sm leading-6">
        It goes to <strong className="break-all font-medium text-ink">{address}</strong>. It can take a
        minute; look among unwanted mail too. You can opt out in it as well.
      </p>
    </FocusCard>
  );
}
