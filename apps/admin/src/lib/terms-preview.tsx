'use client';

import { describeTerms, workExamples } from '@goodword/api/client';
import { Card, Field, MoneyInput } from '@goodword/ui';
import { useState } from 'react';
import { type TermsBoxes, termsSoFar } from './terms-boxes.ts';

/** One million in a currency with two decimals: big enough to show tiers and splits. */
const EXAMPLE_MINOR = 100_000_000n;

/** The terms in words and what they come to, by the same rules that calculate commissions. */
export function TermsPreview({ terms: boxes, currency }: { terms: TermsBoxes; currency: string }) {
  const [value, setValue] = useState<bigint>(EXAMPLE_MINOR);
  const terms = termsSoFar(boxes);
  const examples = workExamples(terms, value, currency);
  return (
    <Card title="In plain words">
      <p className="text-sm leading-6">{describeTerms(terms, currency)}</p>
      {examples.length > 0 && (
        <div className="mt-4 grid gap-3">
          <Field label="Example deal value">
            {(aria) => (
              <MoneyInput
                {...aria}
                currency={currency}
                value={value}
                onValueChange={(amount) => amount !== null && amount > 0n && setValue(amount)}
              />
            )}
          </Field>
          {examples.map(({ title, steps, outcome }) => (
            <div key={title} className="rounded-control bg-subtle px-3 py-2.5 text-sm leading-6">
              <p className="font-medium text-ink-soft text-xs">{title}</p>
              <ol className="grid gap-0.5">
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <p className="font-medium">{outcome}</p>
            </div>
          ))}
        </div>
      )}
    </Card>
  );
}
