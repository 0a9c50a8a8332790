'use client';

import type { Outputs } from '@goodword/api';
import { invoiceCommissionInput, settleCommissionInput } from '@goodword/api/client';
import { Button, DateField, FormActions, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { optionalDayField } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Commission = Outputs['commissions']['get'];

const invoiceSchema = invoiceCommissionInput.extend({ dueAt: optionalDayField });
const settleSchema = emptyIsMissing(settleCommissionInput);

function InvoiceForm({ id, close }: { id: string; close: () => void }) {
  const invoice = trpc.commissions.invoice.useMutation();
  const done = useDone();
  const form = useZodForm(invoiceSchema, { id, dueAt: null });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await invoice.mutateAsync(values);
        close();
        done('Marked as invoiced');
      }}
    >
      <FormError />
      <DateField name="dueAt" label="Due" optional help="Without a day the usual payment time counts." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Mark as invoiced</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function SettleForm({ id, close }: { id: string; close: () => void }) {
  const settle = trpc.commissions.settle.useMutation();
  const done = useDone();
  const form = useZodForm(settleSchema, { id, reference: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await settle.mutateAsync(values);
        close();
        done('Marked as settled');
      }}
    >
      <FormError />
      <TextField name="reference" label="Reference" optional help="Of the transfer on our bank statement." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Mark as settled</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** What the state of a commission allows. */
export function CommissionActions({ commission }: { commission: Commission }) {
  const { id, actions, partnerName } = commission;
  const may = useMay();
  const approve = trpc.commissions.approve.useMutation();
  const confirm = trpc.commissions.confirm.useMutation();
  const hold = trpc.commissions.hold.useMutation();
  const release = trpc.commissions.release.useMutation();
  const cancel = trpc.commissions.cancel.useMutation();
  const writeOff = trpc.commissions.writeOff.useMutation();
  if (!may('commissions.decide')) return null;
  const has = (action: Commission['actions'][number]) => actions.includes(action);

  async function approveOne() {
    const { results } = await approve.mutateAsync({ ids: [id] });
    const refusal = results.find(({ ok }) => !ok);
    if (refusal) throw new Error(refusal.message ?? 'It was refused.');
  }

  return (
    <>
      {has('confirm') && (
        <Act
          label="Confirm"
          variant="primary"
          title="Has what the commission waits for happened?"
          consequence="Some commissions wait for more than the deal, such as a delivered service. Confirm that it happened; then it can be approved."
          reason="required"
          reasonLabel="How do you know?"
          done="Confirmed; it can be approved now"
          run={({ reason }) => confirm.mutateAsync({ id, reason })}
        />
      )}
      {has('approve') && (
        <Act
          label="Approve"
          variant="primary"
          title="Approve this commission?"
          consequence={`It is booked and goes into the next payout, or is invoiced where the partner pays. ${partnerName} gets a mail.`}
          done="The commission is approved"
          run={approveOne}
        />
      )}
      {has('release') && (
        <Act
          label="Release"
          variant="primary"
          title="Release this commission?"
          consequence="It goes back to where it was before it was held."
          done="The commission is released"
          run={() => release.mutateAsync({ id })}
        />
      )}
      {has('invoice') && (
        <FormDialog label="Mark as invoiced" variant="primary" title="Mark as invoiced" size="sm">
          {(close) => <InvoiceForm id={id} close={close} />}
        </FormDialog>
      )}
      {has('settle') && (
        <FormDialog label="Mark as settled" variant="primary" title="Mark as settled" size="sm">
          {(close) => <SettleForm id={id} close={close} />}
        </FormDialog>
      )}
      {has('hold') && (
        <Act
          label="Hold"
          title="Hold this commission?"
          consequence="It is not paid until somebody releases it. The partner sees that it is held."
          reason="required"
          done="The commission is held"
          undo={{ run: () => release.mutateAsync({ id }), undone: 'The commission is released again' }}
          run={({ reason }) => hold.mutateAsync({ id, reason })}
        />
      )}
      {has('write_off') && (
        <Act
          label="Write off"
          tone="danger"
          title="Write this commission off?"
          consequence="We stop expecting the money. The loss is booked; this cannot be undone."
          reason="required"
          done="The commission is written off"
          run={({ reason }) => writeOff.mutateAsync({ id, reason })}
        />
      )}
      {has('cancel') && (
        <Act
          label="Cancel"
          tone="danger"
          title="Cancel this commission?"
          confirmLabel="Cancel commission"
          consequence="It will not be paid. This cannot be undone."
          reason="required"
          done="The commission is cancelled"
          run={({ reason }) => cancel.mutateAsync({ id, reason })}
        />
      )}
    </>
  );
}
