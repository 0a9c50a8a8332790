import type { Outputs } from '@goodword/api';
import {
  Alert,
  Card,
  DateOnly,
  DateTime,
  DefinitionList,
  DetailLayout,
  Money,
  Page,
  PageHeader,
  StatusBadge,
  TextLink,
  Timeline,
} from '@goodword/ui';
import { shortReference } from '../../lib/short-reference.ts';
import { commissionWords, lineWords } from '../../lib/words.ts';

type Commission = Outputs['commissions']['mineDetail'];

/** One commission: how the amount came about, and where the money is. */
export function CommissionScreen({ commission }: { commission: Commission }) {
  const title = `Commission ${shortReference(commission.id)}`;
  return (
    <Page>
      <PageHeader
        title={title}
        description={lineWords[commission.line]}
        breadcrumbs={[{ label: 'Earnings', href: '/earnings' }, { label: title }]}
        status={<StatusBadge status={commission.status} label={commissionWords[commission.status]} />}
      />
      <Alert tone="info">{whatNow(commission)}</Alert>
      <DetailLayout
        main={
          <>
            <Why commission={commission} />
            <Facts commission={commission} />
          </>
        }
        aside={
          <Card title="History">
            <Timeline
              events={[...commission.steps]
                .reverse()
                .map(({ key, label, at }) => ({ id: `${key}-${at.toISOString()}`, title: label, at }))}
            />
          </Card>
        }
      />
    </Page>
  );
}

function Why({ commission }: { commission: Commission }) {
  return (
    <Card title="Why this amount" description="The calculation, step by step.">
      <ol className="grid list-decimal gap-2 pl-5 text-ink text-sm leading-6 marker:text-ink-faint">
        {commission.trace.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap items-baseline justify-between gap-3 border-line border-t pt-3 font-semibold text-ink">
        <span>{commission.direction === 'we_pay' ? 'We pay you' : 'You pay us'}</span>
        <Money amountMinor={commission.amountMinor} currency={commission.currency} className="text-lg" />
      </p>
    </Card>
  );
}

function Facts({ commission }: { commission: Commission }) {
  const { shareId, introductionId, reversesId, payoutReference, dueAt, currency, baseMinor } = commission;
  return (
    <Card title="Facts">
      <DefinitionList
        items={[
          { label: 'For', value: lineWords[commission.line] },
          ...(baseMinor === null
            ? []
            : [{ label: 'Calculated from', value: <Money amountMinor={baseMinor} currency={currency} /> }]),
          ...(shareId
            ? [{ label: 'Lead', value: <TextLink href={`/leads/${shareId}`}>Open the lead</TextLink> }]
            : []),
          ...(introductionId
            ? [
                {
                  label: 'Introduction',
                  value: <TextLink href={`/introductions/${introductionId}`}>Open the introduction</TextLink>,
                },
              ]
            : []),
          ...(reversesId
            ? [
                {
                  label: 'Takes back',
                  value: <TextLink href={`/earnings/${reversesId}`}>The commission it takes back</TextLink>,
                },
              ]
            : []),
          ...(dueAt ? [{ label: 'Due', value: <DateOnly value={dueAt} /> }] : []),
          ...(commission.paidAt ? [{ label: 'Paid', value: <DateTime value={commission.paidAt} /> }] : []),
          ...(payoutReference ? [{ label: 'Payment reference', value: payoutReference }] : []),
          { label: 'Number to quote', value: <code className="font-mono text-xs">{commission.id}</code> },
        ]}
      />
    </Card>
  );
}

/** Where the money is, in a sentence. */
function whatNow({ status, line, direction }: Commission): string {
  if (line === 'reversal')
    return 'The deal behind an earlier commission was taken back, so this sets it off.';
  switch (status) {
    case 'pending':
      return 'More has to happen first; the last step below says what.';
    case 'calculated':
      return 'The amount is calculated. A person checks and approves it next.';
    case 'held':
      return 'On hold while we clear something up. Your contact with us can tell you more.';
    case 'approved':
      return direction === 'we_pay'
        ? 'Approved. It goes into the next payout.'
        : 'Approved. We send you an invoice.';
    case 'scheduled':
      return 'In a payout that is on its way to your bank.';
    case 'paid':
      return 'Paid to you.';
    case 'invoiced':
      return 'We sent you the invoice.';
    case 'overdue':
      return 'The invoice is overdue. Please settle it, or write to us when something is wrong with it.';
    case 'settled':
      return 'Settled. Thank you.';
    case 'written_off':
      return 'Written off: nothing is left to pay.';
    case 'cancelled':
      return 'Cancelled: the deal was taken back or the commission was entered twice. Nothing is paid.';
  }
}
