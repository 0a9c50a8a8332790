'use client';

import type { Outputs } from '@goodword/api';
import { createPayoutBatchInput, payoutBatchMachine } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  FormActions,
  FormError,
  SelectField,
  StatusBadge,
  SubmitButton,
  TextField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, csvHref, emptyIsMissing, trpc, useTableQuery } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { MoneyList } from '../../lib/money-list.tsx';
import { currencyOptions, optionsOf } from '../../lib/options.ts';

type Page = Outputs['payouts']['batches'];
type Batch = Page['rows'][number];

const columns: DataTableColumn<Batch>[] = [
  { key: 'name', header: 'Batch', cell: (row) => row.name },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'total', header: 'Total', align: 'right', cell: (row) => <MoneyList amounts={row.totals} /> },
  { key: 'payouts', header: 'Payouts', align: 'right', cell: (row) => row.payouts },
  { key: 'creator', header: 'Created by', cell: (row) => row.createdByName },
  { key: 'approver', header: 'Approved by', cell: (row) => row.approvedByName ?? '—' },
  {
    key: 'created',
    header: 'Created',
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.createdAt} />,
  },
];

const schema = emptyIsMissing(createPayoutBatchInput);

function NewBatchForm({ close }: { close: () => void }) {
  const create = trpc.payouts.create.useMutation();
  const { navigate } = useUi();
  const form = useZodForm(schema, { name: '', currency: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        const { id } = await create.mutateAsync(values);
        close();
        toast.success('The batch is collected');
        navigate(`/payouts/${id}`);
      }}
    >
      <FormError />
      <TextField name="name" label="Name" placeholder="December run" />
      <SelectField
        name="currency"
        label="Currency"
        optional
        placeholder="All currencies"
        options={currencyOptions}
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Collect commissions</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Collects approved commissions into a batch. */
export function NewBatch() {
  const may = useMay();
  if (!may('payouts.manage')) return null;
  return (
    <FormDialog
      label="New batch"
      variant="primary"
      title="New payout batch"
      description="Collects all approved commissions that we pay, one payout per partner and currency."
      size="sm"
    >
      {(close) => <NewBatchForm close={close} />}
    </FormDialog>
  );
}

export function BatchesTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Payout batches"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/payouts/${row.id}`}
      filters={[{ key: 'status', label: 'Status', options: optionsOf(payoutBatchMachine.states) }]}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/payouts', table.query)}
      {...table}
      empty={
        <EmptyState title="Nothing paid out yet" drawing="money" action={<NewBatch />}>
          A batch collects approved commissions. A second person approves it before money moves.
        </EmptyState>
      }
    />
  );
}
