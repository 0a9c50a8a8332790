'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import {
  Badge,
  Card,
  CopyButton,
  DateOnly,
  DefinitionList,
  DetailLayout,
  humanize,
  Money,
  Page,
  PageHeader,
  Phone,
  Progress,
  SimpleTable,
  Stat,
  StatGrid,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import type { ReactNode } from 'react';
import { useMay } from '../../frame/role.tsx';
import { History } from '../../lib/history.tsx';
import { AgreementCard } from './agreement-card.tsx';
import { Credentials } from './credentials.tsx';
import { EditPartner } from './edit-partner.tsx';
import { Engagements, type TypeChoice } from './engagements.tsx';
import { OnboardingCard } from './onboarding-card.tsx';
import { PartnerActions } from './partner-actions.tsx';
import { PartnerLinks } from './partner-links.tsx';
import { SetOwner } from './set-owner.tsx';

type Partner = Outputs['partners']['get'];

function Numbers({ partner }: { partner: Partner }) {
  const { id, counts, capacity, commissionTotals } = partner;
  return (
    <StatGrid>
      <Stat label="Referrals" value={counts.referrals} href={`/referrals?partner=${id}`} />
      <Stat label="Leads shared" value={counts.shares} help={`${counts.openShares} open`} />
      <Stat label="Deals" value={counts.deals} href={`/deals?partner=${id}`} />
      {commissionTotals.map((total) => (
        <Stat
          key={`${total.currency}-${total.direction}`}
          label={total.direction === 'partner_pays' ? 'Commission to us' : 'Commission'}
          value={<Money amountMinor={total.totalMinor} currency={total.currency} />}
          help={
            <>
              <Money amountMinor={total.paidMinor} currency={total.currency} />{' '}
              {total.direction === 'partner_pays' ? 'settled' : 'paid'}
            </>
          }
          href={`/commissions?partner=${id}`}
        />
      ))}
      {capacity !== null && (
        <Stat
          label="Capacity"
          value={`${counts.openShares} of ${capacity}`}
          help={
            <Progress
              value={counts.openShares}
              max={capacity}
              tone="capacity"
              label="Capacity used"
              valueText={`${counts.openShares} of ${capacity}`}
            />
          }
        />
      )}
    </StatGrid>
  );
}

function Profile({ partner }: { partner: Partner }) {
  const may = useMay();
  return (
    <Card
      title="Profile"
      actions={may('partners.manage') && partner.status !== 'terminated' && <EditPartner partner={partner} />}
    >
      <DefinitionList
        columns={2}
        items={[
          { label: 'Contact', value: partner.contactName ?? '—' },
          {
            label: 'E-mail',
            value: partner.email ? (
              <TextLink href={`mailto:${partner.email}`}>{partner.email}</TextLink>
            ) : (
              '—'
            ),
          },
          { label: 'Phone', value: partner.phone ? <Phone value={partner.phone} link /> : '—' },
          {
            label: 'Website',
            value: partner.website ? (
              <TextLink href={partner.website} target="_blank" rel="noopener noreferrer">
                {partner.website}
              </TextLink>
            ) : (
              '—'
            ),
          },
          {
            label: 'Place',
            value:
              [partner.city, partner.country && regionName(partner.country)].filter(Boolean).join(', ') ||
              '—',
          },
          {
            label: 'Referral code',
            value: partner.code ? (
              <span className="flex items-center gap-1">
                <code className="font-mono">{partner.code}</code>
                <CopyButton value={partner.code} label="Copy referral code" />
              </span>
            ) : (
              'Issued when the agreement is accepted'
            ),
          },
          { label: 'Paid in', value: partner.currency },
          { label: 'Came from', value: partner.source ? humanize(partner.source) : '—' },
        ]}
      />
      {partner.about && <p className="mt-4 whitespace-pre-wrap text-sm leading-6">{partner.about}</p>}
      {partner.internalNotes && (
        <div className="mt-4 rounded-control bg-subtle px-3 py-2 text-sm">
          <p className="font-medium text-ink-soft text-xs">Internal note</p>
          <p className="whitespace-pre-wrap leading-6">{partner.internalNotes}</p>
        </div>
      )}
    </Card>
  );
}

function Members({ members }: Partner) {
  return (
    <Card title="People" padded={members.length === 0}>
      {members.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody has an account yet.</p>
      ) : (
        <SimpleTable
          label="People"
          rows={members}
          getRowKey={(row) => row.accountId}
          columns={[
            { key: 'name', header: 'Name', cell: (row) => row.name },
            { key: 'email', header: 'E-mail', cell: (row) => row.email },
            { key: 'role', header: 'Role', cell: (row) => (row.role ? humanize(row.role) : '—') },
            {
              key: 'security',
              header: 'Sign-in',
              cell: (row) =>
                row.disabledAt ? (
                  <Badge tone="danger">Closed</Badge>
                ) : (
                  <Badge tone={row.twoFactor ? 'success' : 'neutral'}>
                    {row.twoFactor ? 'Two factors' : 'Password only'}
                  </Badge>
                ),
            },
            { key: 'since', header: 'Since', cell: (row) => <DateOnly value={row.createdAt} /> },
          ]}
        />
      )}
    </Card>
  );
}

export interface PartnerDetailProps {
  partner: Partner;
  types: readonly TypeChoice[];
  caretakers: readonly { id: string; name: string }[];
  links: Outputs['links']['ofPartner'];
  /** How it does and what we do for it, drawn by their own feature. */
  care: ReactNode;
  /** The group it is in, likewise. */
  group: ReactNode;
}

/** Everything about one partner. */
export function PartnerDetail({ partner, types, caretakers, links, care, group }: PartnerDetailProps) {
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Partners', href: '/partners' }, { label: partner.name }]}
        title={partner.name}
        status={<StatusBadge status={partner.status} />}
        meta={
          <>
            <span>
              Since <DateOnly value={partner.createdAt} />
            </span>
            <code className="font-mono">{partner.id}</code>
          </>
        }
        actions={
          <PartnerActions
            id={partner.id}
            name={partner.name}
            status={partner.status}
            hasAccount={partner.members.length > 0}
            neverUsed={partner.neverUsed}
          />
        }
      />
      <Numbers partner={partner} />
      <DetailLayout
        main={
          <>
            <Profile partner={partner} />
            <Engagements partner={partner} types={types} />
            <Credentials partner={partner} />
            <PartnerLinks links={links} />
            {care}
            <Members {...partner} />
          </>
        }
        aside={
          <>
            <Card title="With us">
              <SetOwner partner={partner} caretakers={caretakers} />
            </Card>
            {group}
            <OnboardingCard partner={partner} />
            <AgreementCard partner={partner} />
            <History entries={partner.timeline} subject="partner" />
          </>
        }
      />
    </Page>
  );
}
