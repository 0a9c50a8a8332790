'use client';

import type { Outputs } from '@goodword/api';
import {
  currencyField,
  type GiftLimit,
  giftProblem,
  moneyField,
  optionalText,
  touchpointKinds,
} from '@goodword/api/client';
import {
  Button,
  FormActions,
  FormError,
  FormRow,
  MoneyField,
  RadioField,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { z } from 'zod';
import { momentField, momentOf } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { currencyOptions, optionsOf } from '../../lib/options.ts';

type Touchpoint = Outputs['care']['list']['rows'][number];

const shape = z.strictObject({
  status: z.enum(['done', 'planned']),
  kind: z.enum(touchpointKinds, { error: 'Choose what it is.' }),
  heldAt: momentField,
  withWhom: optionalText('With whom', 120),
  note: optionalText('The note', 2000),
  value: z.strictObject({ amountMinor: moneyField.nullable(), currency: currencyField }),
});
type Answers = z.output<typeof shape>;

/** What may still be given this year, as the page has it. */
export interface KnownLimits {
  limits: readonly GiftLimit[];
  year: number;
}

/**
 * The same with the limits that are known: a gift beyond them is told before anything is sent. The server decides, and
 * alone about other years.
 */
function within(known: KnownLimits) {
  return shape.superRefine(({ value: { amountMinor, currency }, heldAt }, ctx) => {
    if (amountMinor === null || heldAt.getFullYear() !== known.year) return;
    const message = giftProblem({ amountMinor, currency }, known);
    if (message) ctx.addIssue({ code: 'custom', path: ['value', 'amountMinor'], message });
  });
}

/** The API wants a value or none; a form always has a currency chosen. */
function toFacts({ value, kind, heldAt, withWhom, note }: Answers) {
  const { amountMinor, currency } = value;
  return {
    ...{ kind, heldAt, withWhom, note },
    value: amountMinor === null ? undefined : { amountMinor, currency },
  };
}

function Fields({ currency }: { currency: string }) {
  return (
    <>
      <FormRow>
        <SelectField name="kind" label="What" placeholder="Choose" options={optionsOf(touchpointKinds)} />
        <TextField name="heldAt" label="When" type="datetime-local" help="In the time of your computer." />
      </FormRow>
      <TextField name="withWhom" label="With whom" help="People of the partner." optional />
      <FormRow>
        <MoneyField
          name="value.amountMinor"
          label="What we gave"
          help="A gift, or a meal we pay. It counts against the yearly limit."
          currency={currency}
          optional
        />
        <SelectField name="value.currency" label="Currency" options={currencyOptions} />
      </FormRow>
      <TextareaField name="note" label="Note" rows={4} help="Seen by staff only." optional />
    </>
  );
}

function RecordForm({
  partnerId,
  currency,
  known,
  close,
}: {
  partnerId: string;
  currency: string;
  known: KnownLimits;
  close: () => void;
}) {
  const record = trpc.care.record.useMutation();
  const done = useDone();
  const form = useZodForm(within(known), {
    status: 'done',
    kind: '' as never,
    heldAt: momentOf(new Date()),
    withWhom: '',
    note: '',
    value: { amountMinor: null, currency },
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (answers) => {
        await record.mutateAsync({ partnerId, status: answers.status, ...toFacts(answers) });
        close();
        done(answers.status === 'planned' ? 'It is planned' : 'It is recorded');
      }}
    >
      <FormError />
      <RadioField
        name="status"
        label="Did it take place?"
        options={[
          { value: 'done', label: 'It took place' },
          { value: 'planned', label: 'It is planned' },
        ]}
      />
      <Fields currency={form.watch('value.currency')} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Notes a contact with a partner, or plans one. */
export function RecordTouchpoint(props: { partnerId: string; currency: string; known: KnownLimits }) {
  return (
    <FormDialog label="Add touchpoint" buttonSize="sm" title="Add touchpoint">
      {(close) => <RecordForm {...props} close={close} />}
    </FormDialog>
  );
}

function EditForm({ touchpoint, close }: { touchpoint: Touchpoint; close: () => void }) {
  const update = trpc.care.update.useMutation();
  const done = useDone();
  const form = useZodForm(shape, {
    status: touchpoint.status === 'planned' ? 'planned' : 'done',
    kind: touchpoint.kind,
    heldAt: momentOf(touchpoint.heldAt),
    withWhom: touchpoint.withWhom ?? '',
    note: touchpoint.note ?? '',
    value: { amountMinor: touchpoint.valueMinor, currency: touchpoint.currency ?? 'USD' },
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (answers) => {
        await update.mutateAsync({ id: touchpoint.id, ...toFacts(answers) });
        close();
        done('It is changed');
      }}
    >
      <FormError />
      <Fields currency={form.watch('value.currency')} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function EditTouchpoint({ touchpoint }: { touchpoint: Touchpoint }) {
  return (
    <FormDialog
      label="Edit"
      name={`Edit ${touchpoint.kind} with ${touchpoint.partnerName}`}
      buttonSize="sm"
      variant="ghost"
      title="Edit touchpoint"
    >
      {(close) => <EditForm touchpoint={touchpoint} close={close} />}
    </FormDialog>
  );
}
