'use client';

import type { Outputs } from '@goodword/api';
import {
  Button,
  Card,
  CopyButton,
  DataTable,
  type DataTableColumn,
  EmptyState,
  Page,
  PageHeader,
  Stat,
  StatGrid,
} from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { campaignName, linkName } from './campaign.ts';
import { CreateLink } from './create-link.tsx';

type PartnerLink = Outputs['links']['mine'][number];

const sum = (links: PartnerLink[], key: 'clicks' | 'clicksLast30Days' | 'referrals') =>
  links.reduce((total, link) => total + link[key], 0);

const columns: DataTableColumn<PartnerLink>[] = [
  { key: 'link', header: 'Campaign', cell: linkName },
  {
    key: 'url',
    header: 'Link',
    cell: (link) => (
      <span className="flex items-center gap-2">
        <code className="break-all font-mono text-[0.8125rem]">{link.url}</code>
        <CopyButton value={link.url} label={`link ${linkName(link)}`} />
      </span>
    ),
  },
  {
    key: 'spoken',
    header: 'Spoken code',
    cell: ({ spoken }) =>
      spoken ? <code className="whitespace-nowrap font-mono uppercase">{spoken}</code> : '—',
  },
  { key: 'recent', header: 'Clicks, 30 days', align: 'right', cell: (link) => link.clicksLast30Days },
  { key: 'clicks', header: 'Clicks', align: 'right', cell: (link) => link.clicks },
  { key: 'referrals', header: 'Referrals', align: 'right', cell: (link) => link.referrals },
];

export interface LinksScreenProps {
  links: PartnerLink[];
  campaigns: Outputs['links']['campaigns'];
  active: boolean;
}

/** The links of the partner, by campaign. */
export function LinksScreen({ links, campaigns, active }: LinksScreenProps) {
  const { query, setQuery, pending } = useTableQuery();
  const hasAny = campaigns.length > 0;
  return (
    <Page>
      <PageHeader
        title="Links & codes"
        description="Anyone who comes by one of your links or says one of your codes counts as your referral."
        actions={active && hasAny && <CreateLink />}
      />
      {hasAny ? (
        <>
          <StatGrid>
            <Stat label="Clicks, last 30 days" value={sum(links, 'clicksLast30Days')} />
            <Stat label="Clicks in total" value={sum(links, 'clicks')} />
            <Stat label="Referrals by link" value={sum(links, 'referrals')} href="/referrals" />
          </StatGrid>
          <DataTable
            label="Links"
            rows={links}
            columns={columns}
            getRowKey={({ id }) => id}
            rowHref={({ id }) => `/links/${id}`}
            query={query}
            setQuery={setQuery}
            pending={pending}
            filters={[
              {
                key: 'campaign',
                label: 'Campaign',
                options: campaigns.map(({ campaign }) => ({
                  value: campaign,
                  label: campaignName(campaign),
                })),
              },
              { key: 'show', label: 'Show', options: [{ value: 'archived', label: 'Archived' }] },
            ]}
            empty={<EmptyState drawing="chart" title="All your links are archived" action={<CreateLink />} />}
          />
        </>
      ) : (
        <Card padded={false}>
          <NoLinks active={active} />
        </Card>
      )}
    </Page>
  );
}

function NoLinks({ active }: { active: boolean }) {
  return (
    <EmptyState
      drawing="chart"
      title="No links yet"
      action={active ? <CreateLink /> : <Button href="/agreement">Read the agreement</Button>}
    >
      {active
        ? 'Create your first link and hand it out: each click and each referral is counted.'
        : 'Your first link is made when the agreement is accepted.'}
    </EmptyState>
  );
}
