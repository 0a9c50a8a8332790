'use client';

import type { Outputs } from '@goodword/api';
import {
  Card,
  DefinitionList,
  DetailLayout,
  humanize,
  Money,
  Page,
  PageHeader,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { LinkOrDash, TimeOrDash } from '../../lib/facts.tsx';
import { History } from '../../lib/history.tsx';
import { CommissionActions } from './commission-actions.tsx';

type Commission = Outputs['commissions']['get'];

function Trace({ commission }: { commission: Commission }) {
  return (
    <Card title="Why this amount">
      <ol className="grid list-decimal gap-2 pl-5 text-sm leading-6">
        {commission.trace.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  );
}

function Facts({ commission }: { commission: Commission }) {
  const { payoutBatchId, payoutReference } = commission;
  return (
    <Card title="Commission">
      <DefinitionList
        columns={2}
        items={[
          {
            label: commission.direction === 'we_pay' ? 'We pay' : 'Partner pays us',
            value: <Money amountMinor={commission.amountMinor} currency={commission.currency} />,
          },
          {
            label: 'Calculated on',
            value: <Money amountMinor={commission.baseMinor} currency={commission.dealCurrency} />,
          },
          {
            label: 'Partner',
            value: <TextLink href={`/partners/${commission.partnerId}`}>{commission.partnerName}</TextLink>,
          },
          { label: 'As', value: commission.partnerTypeName },
          {
            label: 'Deal',
            value: (
              <TextLink href={`/deals/${commission.dealId}`}>{`Deal of ${commission.clientName}`}</TextLink>
            ),
          },
          { label: 'For', value: humanize(commission.line) },
          { label: 'Approved', value: <TimeOrDash value={commission.approvedAt} /> },
          { label: 'Approved by', value: commission.approvedByName ?? '—' },
          ...(commission.direction === 'partner_pays'
            ? [
                { label: 'Invoiced', value: <TimeOrDash value={commission.invoicedAt} /> },
                { label: 'Due', value: <TimeOrDash value={commission.dueAt} /> },
              ]
            : [
                {
                  label: 'Payout',
                  value: (
                    <LinkOrDash href={payoutBatchId && `/payouts/${payoutBatchId}`}>
                      {payoutBatchId && (payoutReference ?? 'Not paid yet')}
                    </LinkOrDash>
                  ),
                },
                { label: 'Paid', value: <TimeOrDash value={commission.paidAt} /> },
              ]),
          ...(commission.reversesId
            ? [
                {
                  label: 'Takes back',
                  value: (
                    <TextLink href={`/commissions/${commission.reversesId}`}>the paid commission</TextLink>
                  ),
                },
              ]
            : []),
          ...(commission.reversedById
            ? [
                {
                  label: 'Taken back by',
                  value: (
                    <TextLink href={`/commissions/${commission.reversedById}`}>
                      an opposite commission
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(commission.reason ? [{ label: 'Reason', value: commission.reason }] : []),
        ]}
      />
    </Card>
  );
}

/** One commission: how much, why exactly that, and where it stands. */
export function CommissionDetail({ commission }: { commission: Commission }) {
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Commissions', href: '/commissions' }, { label: commission.partnerName }]}
        title={
          <>
            <Money amountMinor={commission.amountMinor} currency={commission.currency} /> ·{' '}
            {commission.partnerName}
          </>
        }
        status={<StatusBadge status={commission.status} />}
        meta={<code className="font-mono">{commission.id}</code>}
        actions={<CommissionActions commission={commission} />}
      />
      <DetailLayout
        main={
          <>
            <Facts commission={commission} />
            <Trace commission={commission} />
          </>
        }
        aside={<History entries={commission.timeline} subject="commission" />}
      />
    </Page>
  );
}
