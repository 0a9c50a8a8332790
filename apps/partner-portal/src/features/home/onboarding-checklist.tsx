import type { Outputs } from '@goodword/api';
import { Button, Card, cn, TextLink } from '@goodword/ui';
import { Check, Circle } from 'lucide-react';

type Onboarding = Outputs['onboarding']['state'];

/** What is still to do before the partner can work, with the next step as a button. */
export function OnboardingChecklist({ onboarding }: { onboarding: Onboarding }) {
  const { steps } = onboarding;
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
              {key === next && <span className="text-ink-soft">{hints[key]}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What happens at the step that comes next. */
const hints: Record<Onboarding['steps'][number]['key'], string> = {
  account: 'Choose a password and you are in.',
  review: 'A person reads it and decides. We write to you either way.',
  agreement: 'Five minutes to read. An owner of your team accepts it, and your link is ready.',
  active: 'We are nearly there.',
};

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
