'use client';

import type { Outputs } from '@goodword/api';
import { registerPatientInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, TextLink, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { FocusCard } from '../../frame/focus-card.tsx';
import { FriendOffer } from '../../lib/friend-offer.tsx';

export interface RegisterProps {
  code?: string;
  /** What the friend's link promises, if it still does. */
  offer?: Outputs['programs']['offer'];
  organisation: Outputs['identity']['organisation'];
}

/** Creates an account that works once its address is confirmed. */
export function Register({ code, offer, organisation }: RegisterProps) {
  const register = trpc.patients.register.useMutation();
  const [sentTo, setSentTo] = useState<string>();
  const form = useZodForm(registerPatientInput, { code, name: '', email: '', password: '' });
  if (sentTo) return <CheckMail address={sentTo} onBack={() => setSentTo(undefined)} />;
  return (
    <FocusCard
      title={`Create your ${organisation.patientWord} account`}
      description={`With ${organisation.name}. It takes a minute, and we write to you once to confirm your address.`}
      footer={
        <>
          Have an account already? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      {offer?.running && <FriendOffer words={offer.friendOffer} name={offer.programName} />}
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await register.mutateAsync(values);
          setSentTo(values.email);
        }}
      >
        <FormError />
        <TextField name="name" label="Your name" autoComplete="name" />
        <TextField
          name="email"
          label="E-mail"
          type="email"
          autoComplete="email"
          help="We send a link there to confirm it is yours."
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          help="At least 8 characters. A sentence is good."
        />
        <SubmitButton size="lg" className="w-full">
          Create account
        </SubmitButton>
      </ApiForm>
    </FocusCard>
  );
}

/** The same words whether the address was known or not. */
function CheckMail({ address, onBack }: { address: string; onBack: () => void }) {
  return (
    <FocusCard
      title="Check your mail"
      description="We sent you a message. Open it and press the button in it to go on."
    >
      <p className="flex items-start gap-3 rounded-card border border-line bg-subtle px-4 py-3 text-sm leading-6">
        <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        <span className="min-w-0">
          It goes to <strong className="break-all font-medium text-ink">{address}</strong>. It can take a
          minute; look among unwanted mail too. The link in it works for two days.
        </span>
      </p>
      <p className="text-ink-soft text-sm leading-6">
        Wrong address?{' '}
        <button type="button" onClick={onBack} className="font-medium text-accent-ink hover:underline">
          Enter it again
        </button>
      </p>
    </FocusCard>
  );
}
