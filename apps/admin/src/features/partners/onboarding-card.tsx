'use client';

import type { Outputs } from '@goodword/api';
import { onboardingStepNames } from '@goodword/api/client';
import { Alert, Card, cn, RelativeTime } from '@goodword/ui';
import { Check, Circle } from 'lucide-react';

type Partner = Outputs['partners']['get'];

/** How far a newcomer has come, step by step; nothing once it has settled in. */
export function OnboardingCard({ partner: { onboarding } }: { partner: Partner }) {
  if (!onboarding) return null;
  const { steps, stalled, lastAt } = onboarding;
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <Card title="Onboarding" description={`${done} of ${steps.length} steps done.`}>
      {stalled && (
        <Alert className="mb-4" tone="warning" title="It has come to a halt">
          Nothing happened since <RelativeTime value={lastAt} />. Ask what is in the way.
        </Alert>
      )}
      <ol aria-label="Onboarding" className="grid gap-2 text-sm">
        {steps.map((step) => (
          <li key={step.key} className="flex items-center gap-2">
            {step.done ? (
              <Check aria-hidden className="size-4 shrink-0 text-success-ink" />
            ) : (
              <Circle aria-hidden className="size-4 shrink-0 text-ink-faint" />
            )}
            <span className={cn(step.done && 'text-ink-soft')}>
              {onboardingStepNames[step.key]}
              <span className="sr-only">{step.done ? ' (done)' : ' (to do)'}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
