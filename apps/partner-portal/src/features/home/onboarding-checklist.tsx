import type { Outputs } from '@goodword/api';
import { Button, Card, cn, TextLink } from '@goodword/ui';
import { Check, Circle } from 'lucide-react';

type Onboarding = Outputs['onboarding']['state'];

/** What is still to do before the partner can work, with the next step as a button. */
export function OnboardingChecklist({ onboarding }: { onboarding: Onboarding }) {
  const { steps, partner } = onboarding;
  const next = steps.find(({ done }) => !done)?.key;
  return (
    <Card
      title="Getting started"
      description={`${steps.filter(({ done }) => done).length} of ${steps.length} steps done.`}
      actions={
        next === 'agreement' && (
          <Button href="/agreement" variant="primary">
            Read the agreement
          </Button>
        )
      }
    >
      <ol aria-label="Getting started" className="grid gap-3">
        {steps.map(({ key, label, done }) => (
          <li key={key} className="flex items-start gap-3 text-sm">
            {done ? (
              <Check aria-hidden className="mt-0.5 size-4 text-success-ink" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 text-ink-faint" />
            )}
            <div className="grid gap-0.5">
              <span className={cn('font-medium', done ? 'text-ink-soft' : 'text-ink')}>
                {label}
                <span className="sr-only">{done ? ' (done)' : ' (to do)'}</span>
              </span>
              {key === next && <span className="text-ink-soft">{hint(key, partner.status)}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function hint(step: Onboarding['steps'][number]['key'], status: Onboarding['partner']['status']): string {
  if (status === 'suspended') return 'Your partnership is suspended. Ask your contact with us what to do.';
  if (status === 'inactive')
    return 'Your partnership is resting. Ask your contact with us to start it again.';
  if (status === 'rejected') return 'We cannot take you on at the moment. The e-mail we sent says why.';
  switch (step) {
    case 'review':
      return 'A person reads it and decides. We write to you either way.';
    case 'agreement':
      return 'Five minutes to read. An owner of your team accepts it, and your link is ready.';
    default:
      return 'We are nearly there.';
  }
}

/** What can be prepared before the account is active. */
export function WhileYouWait() {
  return (
    <Card title="While you wait" description="Two things you can do already.">
      <ul className="grid gap-2 text-sm">
        <li>
          <TextLink href="/profile">Check your profile and set your capacity</TextLink>
        </li>
        <li>
          <TextLink href="/security">Turn on two-factor sign-in</TextLink>
        </li>
      </ul>
    </Card>
  );
}
