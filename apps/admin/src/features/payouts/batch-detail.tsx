'use client';

import type { Outputs } from '@goodword/api';
import { markPaidInput } from '@goodword/api/client';
import {
  Alert,
  Button,
  Card,
  DetailLayout,
  EmptyState,
  FormActions,
  FormError,
  Money,
  Page,
  PageHeader,
  StatusBadge,
  SubmitButton,
  TextField,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { DayOrDash, LinkOrDash, TimeOrDash } from '../../lib/facts.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { History } from '../../lib/history.tsx';
import { MoneyList } from '../../lib/money-list.tsx';
import { SideFacts } from '../../lib/side-facts.tsx';

type Batch = Outputs['payouts']['batch'];
type Payout = Batch['items'][number];

function PaidForm({ payout, close }: { payout: Payout; close: () => void }) {
  const markPaid = trpc.payouts.markPaid.useMutation();
  const done = useDone();
  const form = useZodForm(markPaidInput, { payoutId: payout.id, reference: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await markPaid.mutateAsync(values);
        close();
        done(`${payout.partnerName} is paid`);
      }}
    >
      <FormError />
      <TextField
        name="reference"
        label="Transaction reference"
        help="As on the bank statement. The partner sees it."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Mark as paid</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function PayoutActions({ payout }: { payout: Payout }) {
  const markSent = trpc.payouts.markSent.useMutation();
  const markFailed = trpc.payouts.markFailed.useMutation();
  return (
    <div className="flex flex-wrap gap-2">
      {payout.status === 'scheduled' && (
        <Act
          label="Mark as sent"
          name={`Mark payout to ${payout.partnerName} as sent`}
          size="sm"
          variant="primary"
          title={`Was the transfer to ${payout.partnerName} sent?`}
          consequence="Say yes once the bank has the order. Mark it as paid when the money arrived."
          confirmLabel="Mark as sent"
          done="Marked as sent"
          run={() => markSent.mutateAsync({ payoutId: payout.id })}
        />
      )}
      {payout.status === 'sent' && (
        <FormDialog
          label="Mark as paid"
          name={`Mark payout to ${payout.partnerName} as paid`}
          variant="primary"
          buttonSize="sm"
          title={`Payout to ${payout.partnerName}`}
          description="The commissions count as paid and are booked. The partner gets a mail."
          size="sm"
        >
          {(close) => <PaidForm payout={payout} close={close} />}
        </FormDialog>
      )}
      <Act
        label="Mark as failed"
        name={`Mark payout to ${payout.partnerName} as failed`}
        size="sm"
        tone="danger"
        title={`Did the transfer to ${payout.partnerName} fail?`}
        consequence="Its commissions go back to approved and into the next batch."
        reason="required"
        done="Marked as failed"
        run={({ reason }) => markFailed.mutateAsync({ payoutId: payout.id, reason })}
      />
    </div>
  );
}

function PayoutCard({ payout, batchStatus }: { payout: Payout; batchStatus: Batch['status'] }) {
  const may = useMay();
  const isOpen = payout.status === 'scheduled' || payout.status === 'sent';
  const canAct = isOpen && batchStatus !== 'draft' && may('payouts.manage');
  const hasNews = Boolean(payout.reference || payout.failureReason || payout.paidAt || payout.sentAt);
  return (
    <Card
      as="article"
      title={
        <span className="flex flex-wrap items-center gap-2">
          <LinkOrDash href={payout.partnerId && `/partners/${payout.partnerId}`}>
            {payout.partnerName}
          </LinkOrDash>
          <StatusBadge status={payout.status} />
        </span>
      }
      actions={<Money amountMinor={payout.amountMinor} currency={payout.currency} />}
    >
      <ul className="grid gap-1 text-sm">
        {payout.lines.map((line) => (
          <li key={line.commissionId} className="flex justify-between gap-4">
            <TextLink href={`/commissions/${line.commissionId}`}>{line.clientName}</TextLink>
            <Money amountMinor={line.amountMinor} currency={payout.currency} />
          </li>
        ))}
      </ul>
      {(canAct || hasNews) && (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3 text-[0.8125rem] text-ink-soft">
          <span>
            {payout.reference && `Reference ${payout.reference}. `}
            {payout.failureReason && `Failed: ${payout.failureReason}. `}
            {payout.paidAt ? (
              <>
                Paid <DayOrDash value={payout.paidAt} />
              </>
            ) : (
              payout.sentAt && (
                <>
                  Sent <DayOrDash value={payout.sentAt} />
                </>
              )
            )}
          </span>
          {canAct && <PayoutActions payout={payout} />}
        </div>
      )}
    </Card>
  );
}

/** One batch: who gets what, who approved it, and what the bank said. */
export function BatchDetail({ batch }: { batch: Batch }) {
  const may = useMay();
  const approve = trpc.payouts.approve.useMutation();
  const isDraft = batch.status === 'draft';
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Payouts', href: '/payouts' }, { label: batch.name }]}
        title={batch.name}
        status={<StatusBadge status={batch.status} />}
        meta={<code className="font-mono">{batch.id}</code>}
        actions={
          isDraft &&
          may('payouts.manage') &&
          !batch.approvalHindrance && (
            <Act
              label="Approve"
              variant="primary"
              title={`Approve “${batch.name}”?`}
              consequence={
                <>
                  You allow these transfers: <MoneyList amounts={batch.totals} />
                </>
              }
              done="The batch is approved"
              run={() => approve.mutateAsync({ id: batch.id })}
            />
          )
        }
      />
      {isDraft && batch.approvalHindrance && (
        <Alert tone="info" title="Somebody else has to approve this">
          {batch.approvalHindrance}
        </Alert>
      )}
      <DetailLayout
        main={
          batch.items.length === 0 ? (
            <EmptyState title="This batch is empty" drawing="money">
              No approved commission was waiting when it was collected.
            </EmptyState>
          ) : (
            batch.items.map((payout) => (
              <PayoutCard key={payout.id} payout={payout} batchStatus={batch.status} />
            ))
          )
        }
        aside={
          <>
            <Card title="Batch">
              <SideFacts
                items={[
                  { label: 'Total', value: <MoneyList amounts={batch.totals} /> },
                  { label: 'Created by', value: batch.createdByName },
                  { label: 'Created', value: <TimeOrDash value={batch.createdAt} /> },
                  { label: 'Approved by', value: batch.approvedByName ?? '—' },
                  { label: 'Approved', value: <TimeOrDash value={batch.approvedAt} /> },
                  { label: 'Completed', value: <TimeOrDash value={batch.completedAt} /> },
                ]}
              />
            </Card>
            <History entries={batch.timeline} subject="payout_batch" />
          </>
        }
      />
    </Page>
  );
}
