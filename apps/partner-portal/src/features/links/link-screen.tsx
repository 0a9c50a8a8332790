'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  Button,
  Card,
  CopyButton,
  CopyField,
  DetailLayout,
  EmptyState,
  LineChart,
  Page,
  PageHeader,
  QrCode,
} from '@goodword/ui';
import { linkName } from './campaign.ts';
import { EditAddress, LinkActions } from './link-actions.tsx';

type Stats = Outputs['links']['stats'];

export interface LinkScreenProps {
  stats: Stats;
  organisation: string;
}

/** One link: to copy, to say, to print, and how often it is followed. */
export function LinkScreen({ stats, organisation }: LinkScreenProps) {
  const name = linkName(stats);
  const total = stats.days.reduce((sum, { clicks }) => sum + clicks, 0);
  const period = `the last ${stats.days.length} days`;
  return (
    <Page>
      <PageHeader
        title={name}
        status={stats.archivedAt && <Badge>Archived</Badge>}
        description={`${total} ${total === 1 ? 'click' : 'clicks'} in ${period}, ${stats.referrals} ${stats.referrals === 1 ? 'referral' : 'referrals'} so far`}
        breadcrumbs={[{ label: 'Links & codes', href: '/links' }, { label: name }]}
        actions={<LinkActions link={stats} />}
      />
      <DetailLayout
        main={
          <>
            <HandOut stats={stats} organisation={organisation} />
            {total === 0 ? <NoClicks period={period} /> : <Clicks stats={stats} period={period} />}
          </>
        }
        aside={
          <Card
            title="QR code"
            description="For print: it opens your link, and can be read with a seventh of it damaged."
          >
            <div className="flex justify-center">
              <QrCode
                value={stats.url}
                label={`QR code of ${name}`}
                fileName={`qr-${stats.slug ?? stats.code}`}
              />
            </div>
          </Card>
        }
      />
    </Page>
  );
}

function HandOut({ stats, organisation }: LinkScreenProps) {
  const text = `I can recommend ${organisation}. Tell them here what you are looking for, and they get back to you: ${stats.url}`;
  const start = stats.startUrl.replace(/^https?:\/\//, '');
  return (
    <Card title="Hand it out" actions={<EditAddress link={stats} />}>
      <div className="grid gap-4">
        <CopyField label="Link" value={stats.url} help={earlierHelp(stats.earlierSlugs)} />
        {stats.spoken && (
          <CopyField
            label="Spoken code"
            value={stats.spoken.toUpperCase()}
            help={`For the phone: whoever enters it at ${start} comes by this link. Capitals and the hyphen do not matter.`}
          />
        )}
        <div className="grid gap-2">
          <div className="flex items-center justify-between gap-3">
            <h3 className="font-medium text-ink text-sm">Text to send</h3>
            <CopyButton value={text} label="the text" />
          </div>
          <p className="rounded-control border border-line bg-subtle px-3 py-2.5 text-pretty text-ink text-sm leading-6 [overflow-wrap:anywhere]">
            {text}
          </p>
        </div>
      </div>
    </Card>
  );
}

function earlierHelp(slugs: readonly string[]): string | undefined {
  if (slugs.length === 0) return undefined;
  return `Earlier addresses lead here too: ${slugs.join(', ')}.`;
}

function Clicks({ stats, period }: { stats: Stats; period: string }) {
  const longer = stats.days.length === 30;
  return (
    <div className="grid gap-2">
      <LineChart
        title="Clicks per day"
        description={`In ${period}, by the day in ${stats.timeZone}. Robots and previews are not counted.`}
        data={stats.days}
        x={{ key: 'day', label: 'Day' }}
        series={[
          { key: 'clicks', label: 'Clicks' },
          { key: 'visitors', label: 'Visitors' },
        ]}
        csvName={`clicks-${stats.slug ?? stats.code}`}
      />
      <div>
        <Button size="sm" variant="ghost" href={`/links/${stats.id}${longer ? '?days=90' : ''}`}>
          {longer ? 'Show 90 days' : 'Show 30 days'}
        </Button>
      </div>
    </div>
  );
}

function NoClicks({ period }: { period: string }) {
  return (
    <Card title="Clicks per day">
      <EmptyState compact drawing="chart" title={`No clicks in ${period}`}>
        Copy the link or print the code, and hand it out. Clicks show up here within seconds.
      </EmptyState>
    </Card>
  );
}
