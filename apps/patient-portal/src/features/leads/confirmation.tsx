'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Button, FormError, SubmitButton, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FocusCard } from '../../frame/focus-card.tsx';
import { ConsentBoxes } from './consent-boxes.tsx';
import { boxesOf, consentShape, noConsents, toConsents } from './lead-shape.ts';
import { OptedOut, OptOut } from './opt-out.tsx';

type Facts = Outputs['referrals']['readConfirmation'];

export interface ConfirmationProps {
  token: string;
  facts: Facts;
}

interface StepProps extends ConfirmationProps {
  onEnd: (end: 'confirmed' | 'opted_out') => void;
}

/** The client decides about a referral. Opening the page changes nothing; each button does. */
export function Confirmation({ token, facts }: ConfirmationProps) {
  const [end, setEnd] = useState<'confirmed' | 'opted_out'>();
  if (end === 'opted_out') return <OptedOut organisation={facts.organisationName} />;
  if (end === 'confirmed') return <Confirmed organisation={facts.organisationName} />;
  if (facts.state === 'closed') return <Closed organisation={facts.organisationName} />;
  if (facts.state === 'replaced') return <Replaced token={token} facts={facts} onEnd={setEnd} />;
  if (facts.state === 'ended') return <Ended token={token} facts={facts} onEnd={setEnd} />;
  return <Choice token={token} facts={facts} onEnd={setEnd} />;
}

function Choice({ token, facts, onEnd }: StepProps) {
  const { partnerName, organisationName, clientFirstName, byLink, state, choices } = facts;
  const confirmed = state === 'confirmed';
  return (
    <FocusCard
      wide={choices !== null}
      title={clientFirstName ? `Hello ${clientFirstName}` : 'Hello'}
      description={
        byLink
          ? `You came by a link of ${partnerName} and told ${organisationName} what you need.${confirmed ? '' : ' Confirm that this address is yours.'}`
          : `${partnerName} thinks ${organisationName} can help you and gave us your name and e-mail for that.`
      }
    >
      {confirmed && (
        <Alert tone="success" title="You confirmed this already">
          {byLink
            ? 'We work on what you told us. You can still opt out.'
            : 'The form to tell us what you need is in the mail we sent you. You can still opt out.'}
        </Alert>
      )}
      <WhatHappens facts={facts} />
      {!confirmed && <Confirm token={token} facts={facts} onEnd={onEnd} />}
      <OptOut token={token} names={facts} onOptedOut={() => onEnd('opted_out')} />
    </FocusCard>
  );
}

/** The button that confirms, under the choices of a form that was filled before: what is ticked then is allowed. */
function Confirm({ token, facts, onEnd }: StepProps) {
  const { partnerName, choices } = facts;
  const router = useRouter();
  const confirm = trpc.referrals.confirm.useMutation({
    onSuccess: ({ intakeToken }) => {
      if (intakeToken) router.push(`/intake/${intakeToken}`);
      else onEnd('confirmed');
    },
  });
  const recipients = choices?.recipients ?? [];
  const form = useZodForm(consentShape, choices ? boxesOf(choices.ticked, recipients) : noConsents);
  return (
    <ApiForm
      form={form}
      onSubmit={async (boxes) => {
        await confirm.mutateAsync({ token, consents: choices ? toConsents(boxes, recipients) : undefined });
      }}
    >
      <FormError />
      {choices && (
        <>
          <Alert tone="info" title="Check what you allow">
            The boxes are as they were ticked on the form. Change what is not right: what is ticked when you
            confirm is what we may pass on.
          </Alert>
          {choices.someTakenBack && (
            <Alert tone="neutral">
              Some of it you took back after the form was sent. It stays taken back and is not shown here; the
              mail that follows has a link to all your choices.
            </Alert>
          )}
          <ConsentBoxes
            wording={choices.wording}
            recipients={recipients}
            partnerName={partnerName}
            reportOffered={choices.reportOffered}
          />
        </>
      )}
      {/* It goes on spinning until the page with the form is there. */}
      <SubmitButton size="lg" className="w-full" {...(confirm.data?.intakeToken ? { loading: true } : {})}>
        Confirm
      </SubmitButton>
    </ApiForm>
  );
}

function WhatHappens({ facts }: { facts: Facts }) {
  const { partnerName, organisationName, byLink, state, choices } = facts;
  const first = byLink
    ? 'When you confirm, we start on what you asked for.'
    : 'When you confirm, we ask you a few questions about what you need. You answer what you like.';
  const passOn = choices
    ? 'We pass nothing on before you confirm, and then only what is ticked below.'
    : 'We pass nothing on unless you tick a box for it.';
  const lines = [
    ...(state === 'open' ? [first] : []),
    `Your data stays with ${organisationName}. ${passOn} You can take it back at any time.`,
    `${partnerName} does not learn how it goes unless you allow it.`,
    'When you opt out, we delete your contact data and do not write again.',
  ];
  return (
    <section aria-labelledby="what-happens">
      <h2 id="what-happens" className="font-semibold text-[0.9375rem] text-ink">
        What happens next
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-soft text-sm leading-6 marker:text-ink-faint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Confirmed({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="Thank you, your address is confirmed"
      description={`${organisation} works on what you told us and will be in touch. There is nothing else to do now.`}
    />
  );
}

/** The link was sent anew: whoever opens the older mail is told so. */
function Replaced({ token, facts, onEnd }: StepProps) {
  return (
    <FocusCard
      title="We sent you a newer mail"
      description="Nothing is confirmed yet. Use the button in the newest mail from us; the one you opened is out of date. You can also opt out here."
    >
      <OptOut token={token} names={facts} onOptedOut={() => onEnd('opted_out')} />
    </FocusCard>
  );
}

/** Nothing is left to confirm, and still there is something to delete. */
function Ended({ token, facts, onEnd }: StepProps) {
  const { organisationName } = facts;
  return (
    <FocusCard
      title="This referral is over"
      description={`There is nothing to confirm any more. ${organisationName} still has the contact data of this referral; opt out to have it deleted.`}
    >
      <OptOut token={token} names={facts} onOptedOut={() => onEnd('opted_out')} />
    </FocusCard>
  );
}

function Closed({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="This referral has ended"
      description={`There is nothing left to decide here. If you would like to hear from ${organisation}, write to them directly.`}
    >
      <Button href="/">Go to the start page</Button>
    </FocusCard>
  );
}
