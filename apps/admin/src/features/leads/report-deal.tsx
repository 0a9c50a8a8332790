'use client';

import type { Outputs } from '@goodword/api';
import { currencyField, idField, moneyField, optionalText } from '@goodword/api/client';
import {
  Button,
  DateField,
  FormActions,
  FormError,
  FormRow,
  MoneyField,
  SelectField,
  SubmitButton,
  TextareaField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc } from '@goodword/web';
import { z } from 'zod';
import { dayOf, pastDayField } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { currencyOptions } from '../../lib/options.ts';

type Lead = Outputs['leads']['get'];

const schema = emptyIsMissing(
  z.strictObject({
    leadId: idField,
    shareId: idField.optional(),
    valueMinor: moneyField,
    currency: currencyField,
    closedAt: pastDayField,
    note: optionalText('The note', 1000),
  }),
);

function DealForm({ lead, close }: { lead: Lead; close: () => void }) {
  const report = trpc.deals.report.useMutation();
  const { navigate } = useUi();
  const form = useZodForm(schema, {
    leadId: lead.id,
    shareId: '',
    valueMinor: undefined,
    currency: lead.currency,
    closedAt: dayOf(new Date()) ?? '',
    note: '',
  });
  const shares = lead.shares.filter(({ status }) => status === 'accepted' || status === 'in_progress');
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        const { id } = await report.mutateAsync(values);
        close();
        toast.success('The deal is reported and waits for verification');
        navigate(`/deals/${id}`);
      }}
    >
      <FormError />
      <FormRow>
        <MoneyField name="valueMinor" label="Deal value" currency={form.watch('currency') || lead.currency} />
        <SelectField name="currency" label="Currency" options={currencyOptions} />
      </FormRow>
      <DateField name="closedAt" label="Closed on" />
      {shares.length > 0 && (
        <SelectField
          name="shareId"
          label="Closed by"
          optional
          placeholder="Ourselves"
          options={shares.map(({ id, partnerName }) => ({ value: id, label: partnerName }))}
        />
      )}
      <TextareaField name="note" label="Note" optional rows={2} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Report deal</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Tells of a closed deal on this lead; somebody else verifies it. */
export function ReportDeal({ lead }: { lead: Lead }) {
  return (
    <FormDialog
      label="Report deal"
      title="Report a deal"
      description="It waits for verification; commissions are calculated then."
    >
      {(close) => <DealForm lead={lead} close={close} />}
    </FormDialog>
  );
}
