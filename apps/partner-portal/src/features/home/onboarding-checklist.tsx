import type { Outputs } from '@goodword/api';
import { type OnboardingStep, onboardingStepNames } from '@goodword/api/client';
import { Button, Card, cn, Progress, TextLink } from '@goodword/ui';
import { Check, Circle } from 'lucide-react';

type Onboarding = Outputs['onboarding']['state'];

/** What is still to do before the partner has settled in, the next step as a button; nothing once all is done. */
export function OnboardingChecklist({ onboarding }: { onboarding: Onboarding }) {
  const { steps, partner } = onboarding;
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const waits = partner.status === 'invited' || partner.status === 'pending_review';
  const open = steps.find((step) => !step.done && !(waits && laterSteps.includes(step.key)));
  return (
    <Card
      title="Getting started"
      description={
        waits ? 'We read your application. A person decides and writes to you either way.' : undefined
      }
      actions={
        open && (
          <Button href={places[open.key].href} variant="primary">
            {places[open.key].act}
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        <Progress
          label="Getting started"
          value={done}
          max={steps.length}
          valueText={`${done} of ${steps.length} steps done`}
        />
        <ol aria-label="Getting started" className="grid gap-3">
          {steps.map((step) => (
            <Step key={step.key} step={step} next={step.key === open?.key} />
          ))}
        </ol>
      </div>
    </Card>
  );
}

function Step({ step: { key, done }, next }: { step: Onboarding['steps'][number]; next: boolean }) {
  const name = onboardingStepNames[key];
  return (
    <li className="flex items-start gap-3 text-sm">
      {done ? (
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
      ) : (
        <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      )}
      <div className="grid gap-0.5">
        <span className={cn('font-medium', done ? 'text-ink-soft' : 'text-ink')}>
          {done ? name : <TextLink href={places[key].href}>{name}</TextLink>}
          <span className="sr-only">{done ? ' (done)' : ' (to do)'}</span>
        </span>
        {next && <span className="text-ink-soft">{places[key].hint}</span>}
      </div>
    </li>
  );
}

/** What cannot be done before the application is approved. */
const laterSteps: readonly OnboardingStep[] = ['agreement', 'start'];

/** Where each step is done, and what to know about it when it comes next. */
const places: Record<OnboardingStep, { href: string; act: string; hint: string }> = {
  account: { href: '/security', act: 'Open your account', hint: 'Choose a password and you are in.' },
  agreement: {
    href: '/agreement',
    act: 'Read the agreement',
    hint: 'Five minutes to read. An owner of your team accepts it, and your link is ready.',
  },
  profile: {
    href: '/profile',
    act: 'Complete the profile',
    hint: 'A contact, a phone number and a few words about you: what clients and we see first.',
  },
  credentials: {
    href: '/profile#credentials',
    act: 'Add credentials',
    hint: 'Your work with us needs them. We check what you give, and share nothing before.',
  },
  start: {
    href: '/links',
    act: 'Get your link',
    hint: 'Hand out your link, refer a client, or take up the first lead we share with you.',
  },
};
