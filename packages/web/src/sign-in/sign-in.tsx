'use client';

import { type AppName, AuthCard, Skeleton } from '@goodword/ui';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useSignOut } from '../hooks.ts';
import { PasswordStep } from './password-step.tsx';

// Most people never see the later steps; drawing a QR code is no small thing.
const CodeStep = lazy(async () => ({ default: (await import('./code-step.tsx')).CodeStep }));
const EnrolmentStep = lazy(async () => ({ default: (await import('./enrolment-step.tsx')).EnrolmentStep }));

export type SignInStep = 'password' | 'code_needed' | 'enrolment_needed';

export interface SignInProps {
  app: AppName;
  title: string;
  description?: string;
  organisation?: string;
  /** Where to go on, a path of this app. */
  next: string;
  step: SignInStep;
  /** Below the card on the first step, such as how to get an account. */
  footer?: ReactNode;
}

const texts: Record<Exclude<SignInStep, 'password'>, { title: string; description: string }> = {
  code_needed: {
    title: 'One more step',
    description:
      'Confirm that it is you: with the six digits from your authenticator app, or with your passkey.',
  },
  enrolment_needed: {
    title: 'Set up two-factor sign-in',
    description: 'A second step keeps the account safe when a password leaks. It takes a minute, once.',
  },
};

/** Signing in, step by step. The session belongs to the person only when the last step is done. */
export function SignIn(props: SignInProps) {
  const { app, next, organisation } = props;
  const [step, setStep] = useState<SignInStep>(props.step);
  const signOut = useSignOut();
  // A full load: nothing of the page before sign-in may be kept.
  const goOn = () => window.location.assign(next);
  const text = step === 'password' ? props : texts[step];
  return (
    <AuthCard
      app={app}
      organisation={organisation}
      title={text.title}
      description={text.description}
      footer={
        step === 'password' ? (
          props.footer
        ) : (
          <button type="button" onClick={signOut} className="font-medium text-accent-ink hover:underline">
            Use another account
          </button>
        )
      }
    >
      {step === 'password' && (
        <PasswordStep onDone={(state) => (state === 'done' ? goOn() : setStep(state))} />
      )}
      <Suspense fallback={<Skeleton className="h-40" />}>
        {step === 'code_needed' && <CodeStep onDone={goOn} />}
        {step === 'enrolment_needed' && <EnrolmentStep onDone={goOn} />}
      </Suspense>
    </AuthCard>
  );
}
