'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import {
  Badge,
  Card,
  DateOnly,
  type DefinitionItem,
  DefinitionList,
  DetailLayout,
  humanize,
  Money,
  Page,
  PageHeader,
  Phone,
  SimpleTable,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { History } from '../../lib/history.tsx';
import { MoneyRange } from '../../lib/money-range.tsx';
import { SideFacts } from '../../lib/side-facts.tsx';
import { AssignLead } from './assign-lead.tsx';
import { LeadActions } from './lead-actions.tsx';
import { LeadConsents, type TypeChoice, WaitingConsents } from './lead-consents.tsx';
import { LeadNotes } from './lead-notes.tsx';
import { LeadShares } from './lead-shares.tsx';

type Lead = Outputs['leads']['get'];

function Client({ client }: Lead) {
  return (
    <Card title="Client">
      <DefinitionList
        columns={2}
        items={[
          { label: 'Name', value: client.name },
          {
            label: 'E-mail',
            value: client.email ? (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink href={`mailto:${client.email}`}>{client.email}</TextLink>
                <Badge tone={client.emailVerifiedAt ? 'success' : 'warning'}>
                  {client.emailVerifiedAt ? 'Confirmed' : 'Not confirmed'}
                </Badge>
              </span>
            ) : (
              '—'
            ),
          },
          { label: 'Phone', value: client.phone ? <Phone value={client.phone} link /> : '—' },
          { label: 'Location', value: client.location ?? '—' },
        ]}
      />
    </Card>
  );
}

function Wishes({ lead }: { lead: Lead }) {
  const items: DefinitionItem[] = [
    { label: 'Region', value: regionName(lead.region) },
    {
      label: 'Budget',
      value: (
        <MoneyRange minMinor={lead.budgetMinMinor} maxMinor={lead.budgetMaxMinor} currency={lead.currency} />
      ),
    },
    { label: 'Service', value: lead.serviceNeeded },
    { label: 'Property', value: lead.propertyType },
    { label: 'Place', value: lead.place },
    { label: 'Size', value: lead.size },
    { label: 'Amenities', value: lead.amenities.join(', ') },
    { label: 'Moving in', value: lead.moveIn },
    { label: 'Financing', value: lead.financing },
    { label: 'Payment', value: lead.payment },
  ].filter(({ value }) => Boolean(value));
  return (
    <Card title="What they look for">
      <DefinitionList columns={2} items={items} />
      {lead.message && (
        <blockquote className="mt-4 whitespace-pre-wrap border-line border-l-2 pl-3 text-sm leading-6">
          {lead.message}
        </blockquote>
      )}
    </Card>
  );
}

function Deals({ deals }: Lead) {
  if (deals.length === 0) return null;
  return (
    <Card title="Deals" padded={false}>
      <SimpleTable
        label="Deals"
        rows={deals}
        getRowKey={(row) => row.id}
        columns={[
          {
            key: 'value',
            header: 'Value',
            cell: (row) => (
              <TextLink href={`/deals/${row.id}`}>
                <Money amountMinor={row.valueMinor} currency={row.currency} />
              </TextLink>
            ),
          },
          { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
          { key: 'closed', header: 'Closed', cell: (row) => <DateOnly value={row.closedAt} /> },
        ]}
      />
    </Card>
  );
}

function Origin({ lead, assignees }: { lead: Lead; assignees: Outputs['leads']['assignees'] }) {
  const { referral } = lead;
  return (
    <Card title="Lead">
      <AssignLead lead={lead} assignees={assignees} />
      <SideFacts
        className="mt-4"
        items={[
          { label: 'Came from', value: humanize(lead.source) },
          ...(referral
            ? [
                {
                  label: 'Referred by',
                  value: (
                    <span className="flex flex-wrap items-center gap-2">
                      <TextLink href={`/referrals/${referral.id}`}>{referral.partnerName}</TextLink>
                      <StatusBadge status={referral.status} />
                    </span>
                  ),
                },
              ]
            : []),
          ...(lead.lostReason ? [{ label: 'Lost because', value: lead.lostReason }] : []),
        ]}
      />
    </Card>
  );
}

export interface LeadDetailProps {
  lead: Lead;
  assignees: Outputs['leads']['assignees'];
  types: readonly TypeChoice[];
}

/** One lead: who it is, what they want, what they allow, who helps. */
export function LeadDetail({ lead, assignees, types }: LeadDetailProps) {
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Leads', href: '/leads' }, { label: lead.clientName }]}
        title={lead.clientName}
        status={<StatusBadge status={lead.status} />}
        meta={
          <>
            <span>
              Since <DateOnly value={lead.createdAt} />
            </span>
            <code className="font-mono">{lead.id}</code>
          </>
        }
        actions={<LeadActions lead={lead} />}
      />
      <DetailLayout
        main={
          <>
            <Client {...lead} />
            <Wishes lead={lead} />
            <WaitingConsents waiting={lead.waitingConsents} />
            <LeadConsents
              clientId={lead.clientId}
              consents={lead.consents}
              types={types}
              referrer={lead.referral}
            />
            <LeadShares shares={lead.shares} />
            <Deals {...lead} />
            <LeadNotes leadId={lead.id} notes={lead.notes} />
          </>
        }
        aside={
          <>
            <Origin lead={lead} assignees={assignees} />
            <History entries={lead.timeline} subject="lead" />
          </>
        }
      />
    </Page>
  );
}
