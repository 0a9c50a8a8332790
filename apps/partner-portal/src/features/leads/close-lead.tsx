'use client';

import { closeShareInput, shareOutcomes } from '@goodword/api/client';
import {
  Alert,
  Button,
  Dialog,
  FormActions,
  FormError,
  FormRow,
  MoneyField,
  RadioField,
  SelectField,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { currencyOptions } from '../../lib/words.ts';

const outcomeTexts: Record<(typeof shareOutcomes)[number], { label: string; description: string }> = {
  won: {
    label: 'Won',
    description: 'A deal was closed. We check its value, then your commission is calculated.',
  },
  lost: { label: 'Lost', description: 'Nothing came of it. The lead closes without money.' },
};

export interface CloseLeadProps {
  id: string;
  /** The one to start with. */
  currency: string;
}

/** Ends the work on a lead, with the value of the deal when it was won. */
export function CloseLead({ id, currency }: CloseLeadProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Close lead</Button>}
      title="Close this lead"
      description="How did it end? This cannot be changed afterwards."
    >
      <CloseForm id={id} currency={currency} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CloseForm({ id, currency, onDone }: CloseLeadProps & { onDone: () => void }) {
  const close = trpc.shares.close.useMutation();
  const done = useDone();
  const form = useZodForm(emptyIsMissing(closeShareInput), { id, currency, note: '' });
  const outcome = form.watch('outcome');
  const chosen = form.watch('currency') ?? currency;
  return (
    <ApiForm
      form={form}
      onSubmit={async ({ valueMinor, currency: dealCurrency, ...values }) => {
        const deal = values.outcome === 'won' ? { valueMinor, currency: dealCurrency } : {};
        await close.mutateAsync({ ...values, ...deal });
        done(values.outcome === 'won' ? 'Closed as won. We check the deal now.' : 'Closed as lost');
        onDone();
      }}
    >
      <FormError />
      <RadioField
        name="outcome"
        label="Outcome"
        layout="cards"
        options={shareOutcomes.map((value) => ({ value, ...outcomeTexts[value] }))}
      />
      {outcome === 'won' && (
        <>
          <FormRow>
            <MoneyField name="valueMinor" label="Deal value" currency={chosen} />
            <SelectField name="currency" label="Currency" options={currencyOptions(currency)} />
          </FormRow>
          <Alert tone="info">
            The value in the signed contract. Keep the contract at hand: we may ask for it.
          </Alert>
        </>
      )}
      <TextareaField name="note" label="Note for us" rows={3} optional />
      <FormActions>
        <SubmitButton>Close lead</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
