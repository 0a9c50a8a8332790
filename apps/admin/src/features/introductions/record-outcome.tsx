'use client';

import { currencyField, idField, introductionOutcomes, moneyField, optionalText } from '@goodword/api/client';
import {
  Button,
  DateField,
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
import { z } from 'zod';
import { dayOf, pastDayField } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { currencyOptions } from '../../lib/options.ts';

const outcomeWords: Record<(typeof introductionOutcomes)[number], string> = {
  engaged: 'They work together',
  not_engaged: 'They did not come together',
  deal_closed: 'A deal was closed',
  unknown: 'We do not know',
};

const rules = emptyIsMissing(
  z.strictObject({
    introductionId: idField,
    outcome: z.enum(introductionOutcomes, { error: 'Choose what came of it.' }),
    notes: optionalText('Notes', 1000),
    deal: z
      .strictObject({ valueMinor: moneyField, currency: currencyField, closedAt: pastDayField })
      .optional(),
  }),
);

/** The boxes of the deal count only while they show. */
function withoutHiddenDeal(boxes: unknown): unknown {
  const { deal, ...rest } = boxes as z.input<typeof rules>;
  return rest.outcome === 'deal_closed' ? { ...rest, deal } : rest;
}

const schema = z.preprocess(withoutHiddenDeal, rules) as unknown as typeof rules;

interface OutcomeProps {
  introductionId: string;
  currency: string;
}

function OutcomeForm({ introductionId, currency, close }: OutcomeProps & { close: () => void }) {
  const record = trpc.requests.recordOutcome.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    introductionId,
    outcome: undefined,
    notes: '',
    deal: { valueMinor: undefined, currency, closedAt: dayOf(new Date()) ?? '' },
  });
  const isDeal = form.watch('outcome') === 'deal_closed';
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await record.mutateAsync(values);
        close();
        done('The outcome is recorded');
      }}
    >
      <FormError />
      <RadioField
        name="outcome"
        label="What came of it"
        options={introductionOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
      />
      {isDeal && (
        <>
          <FormRow>
            <MoneyField
              name="deal.valueMinor"
              label="Deal value"
              currency={form.watch('deal.currency') || currency}
            />
            <SelectField name="deal.currency" label="Currency" options={currencyOptions} />
          </FormRow>
          <DateField name="deal.closedAt" label="Closed on" />
        </>
      )}
      <TextareaField name="notes" label="Notes" optional rows={2} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save outcome</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Closes an introduction with what came of it. */
export function RecordOutcome(props: OutcomeProps) {
  return (
    <FormDialog
      label="Record outcome"
      variant="primary"
      title="What came of the introduction?"
      description="It closes the request. A closed deal goes to verification."
    >
      {(close) => <OutcomeForm {...props} close={close} />}
    </FormDialog>
  );
}
