'use client';

import type { Outputs } from '@goodword/api';
import {
  Alert,
  Card,
  DateOnly,
  DefinitionList,
  DetailLayout,
  humanize,
  Money,
  Page,
  PageHeader,
  SimpleTable,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { LinkOrDash, TimeOrDash } from '../../lib/facts.tsx';
import { History } from '../../lib/history.tsx';

type Deal = Outputs['deals']['get'];

function DealActions({ deal }: { deal: Deal }) {
  const may = useMay();
  const verify = trpc.deals.verify.useMutation();
  const refuse = trpc.deals.refuse.useMutation();
  const reverse = trpc.deals.reverse.useMutation();
  if (!may('deals.verify')) return null;
  if (deal.status === 'reported') {
    return (
      <>
        <Act
          label="Verify"
          variant="primary"
          title="Verify this deal?"
          consequence="You confirm that value and date are right. The commissions are calculated at once and wait for approval."
          done="The deal is verified"
          run={() => verify.mutateAsync({ id: deal.id })}
        />
        <Act
          label="Refuse"
          tone="danger"
          title="Refuse this deal?"
          consequence="No commission arises from it. The lead stays open, so the deal can be reported again."
          reason="required"
          done="The deal is refused"
          run={({ reason }) => refuse.mutateAsync({ id: deal.id, reason })}
        />
      </>
    );
  }
  if (deal.status === 'verified') {
    return (
      <Act
        label="Reverse"
        tone="danger"
        title="Reverse this deal?"
        consequence="Unpaid commissions are cancelled. Paid ones get an opposite commission that is settled with the next payout. The lead is open again."
        reason="required"
        done="The deal is reversed"
        run={({ reason }) => reverse.mutateAsync({ id: deal.id, reason })}
      />
    );
  }
  return null;
}

function DealCommissions({ commissions, noCommissionReasons, status }: Deal) {
  return (
    <Card title="Commissions" padded={commissions.length === 0}>
      {commissions.length > 0 && (
        <SimpleTable
          label="Commissions of this deal"
          rows={commissions}
          getRowKey={(row) => row.id}
          columns={[
            {
              key: 'partner',
              header: 'Partner',
              cell: (row) => <TextLink href={`/commissions/${row.id}`}>{row.partnerName}</TextLink>,
            },
            { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
            { key: 'direction', header: 'Who pays', cell: (row) => humanize(row.direction) },
            {
              key: 'amount',
              header: 'Amount',
              align: 'right',
              cell: (row) => <Money amountMinor={row.amountMinor} currency={row.currency} />,
            },
          ]}
        />
      )}
      {commissions.length === 0 && noCommissionReasons.length === 0 && (
        <p className="text-ink-soft text-sm">
          {status === 'reported'
            ? 'Calculated once the deal is verified.'
            : 'No partner earns a commission on this deal.'}
        </p>
      )}
      {noCommissionReasons.length > 0 && (
        <ul className={commissions.length > 0 ? 'grid gap-1 px-5 py-4 text-sm' : 'grid gap-1 text-sm'}>
          {noCommissionReasons.map((reason) => (
            <li key={reason} className="text-ink-soft">
              {reason}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** One deal: what was sold, through whom, and the money that follows. */
export function DealDetail({ deal }: { deal: Deal }) {
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Deals', href: '/deals' }, { label: deal.clientName }]}
        title={`Deal of ${deal.clientName}`}
        status={<StatusBadge status={deal.status} />}
        meta={<code className="font-mono">{deal.id}</code>}
        actions={<DealActions deal={deal} />}
      />
      {deal.status === 'reported' && (
        <Alert tone="info" title="Waits for verification">
          Compare value and date with the contract before you verify.
        </Alert>
      )}
      <DetailLayout
        main={
          <>
            <Card title="Deal">
              <DefinitionList
                columns={2}
                items={[
                  { label: 'Value', value: <Money amountMinor={deal.valueMinor} currency={deal.currency} /> },
                  { label: 'Closed', value: <DateOnly value={deal.closedAt} /> },
                  {
                    label: 'Client',
                    value: (
                      <LinkOrDash href={deal.leadId && `/leads/${deal.leadId}`}>{deal.clientName}</LinkOrDash>
                    ),
                  },
                  {
                    label: 'Partner',
                    value: (
                      <LinkOrDash href={deal.partnerId && `/partners/${deal.partnerId}`}>
                        {deal.partnerName}
                      </LinkOrDash>
                    ),
                  },
                  { label: 'Came through', value: humanize(deal.origin) },
                  { label: 'As', value: deal.partnerTypeName ?? '—' },
                  { label: 'Reported by', value: deal.reportedByName },
                  { label: 'Verified by', value: deal.verifiedByName ?? '—' },
                  { label: 'Verified', value: <TimeOrDash value={deal.verifiedAt} /> },
                ]}
              />
              {deal.note && <p className="mt-4 whitespace-pre-wrap text-sm leading-6">{deal.note}</p>}
            </Card>
            <DealCommissions {...deal} />
          </>
        }
        aside={<History entries={deal.timeline} subject="deal" />}
      />
    </Page>
  );
}
