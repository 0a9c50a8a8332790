'use client';

import type { Outputs } from '@goodword/api';
import {
  Button,
  Card,
  CopyButton,
  EmptyState,
  Page,
  PageHeader,
  SimpleTable,
  Stat,
  StatGrid,
  TextLink,
} from '@goodword/ui';
import { campaignName } from './campaign.ts';
import { CreateLink } from './create-link.tsx';

type PartnerLink = Outputs['links']['mine'][number];

const sum = (links: PartnerLink[], key: 'clicks' | 'clicksLast30Days' | 'referrals') =>
  links.reduce((total, link) => total + link[key], 0);

/** All links of the partner: one per campaign. */
export function LinksScreen({ links, active }: { links: PartnerLink[]; active: boolean }) {
  return (
    <Page>
      <PageHeader
        title="Links & codes"
        description="Anyone who comes by one of your links counts as your referral."
        actions={active && links.length > 0 && <CreateLink />}
      />
      {links.length > 0 && (
        <StatGrid>
          <Stat label="Clicks, last 30 days" value={sum(links, 'clicksLast30Days')} />
          <Stat label="Clicks in total" value={sum(links, 'clicks')} />
          <Stat label="Referrals by link" value={sum(links, 'referrals')} href="/referrals" />
        </StatGrid>
      )}
      <Card padded={false}>
        {links.length === 0 ? (
          <EmptyState
            drawing="chart"
            title="No links yet"
            action={active ? <CreateLink /> : <Button href="/agreement">Read the agreement</Button>}
          >
            {active
              ? 'Create your first link and hand it out: each click and each referral is counted.'
              : 'Your first link is made when the agreement is accepted.'}
          </EmptyState>
        ) : (
          <SimpleTable
            label="Links"
            rows={links}
            getRowKey={(link) => link.id}
            columns={[
              {
                key: 'campaign',
                header: 'Campaign',
                cell: (link) => (
                  <TextLink href={`/links/${link.id}`} className="text-sm">
                    {campaignName(link.campaign)}
                  </TextLink>
                ),
              },
              {
                key: 'url',
                header: 'Link',
                cell: (link) => (
                  <span className="flex items-center gap-2">
                    <code className="break-all font-mono text-[0.8125rem]">{link.url}</code>
                    <CopyButton value={link.url} label={`link ${campaignName(link.campaign)}`} />
                  </span>
                ),
              },
              {
                key: 'clicksLast30Days',
                header: 'Clicks, 30 days',
                align: 'right',
                cell: (link) => link.clicksLast30Days,
              },
              { key: 'clicks', header: 'Clicks', align: 'right', cell: (link) => link.clicks },
              { key: 'referrals', header: 'Referrals', align: 'right', cell: (link) => link.referrals },
            ]}
          />
        )}
      </Card>
    </Page>
  );
}
