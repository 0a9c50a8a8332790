'use client';

import type { Outputs } from '@goodword/api';
import {
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
import { campaignName } from './campaign.ts';

export interface LinkScreenProps {
  stats: Outputs['links']['stats'];
  organisation: string;
}

/** One link: to copy, to print, and how often it is followed. */
export function LinkScreen({ stats, organisation }: LinkScreenProps) {
  const name = campaignName(stats.campaign);
  const text = `I can recommend ${organisation}. Tell them here what you are looking for, and they get back to you: ${stats.url}`;
  const total = stats.days.reduce((sum, { clicks }) => sum + clicks, 0);
  return (
    <Page>
      <PageHeader
        title={name}
        description={`${total} ${total === 1 ? 'click' : 'clicks'} in the last 30 days`}
        breadcrumbs={[{ label: 'Links & codes', href: '/links' }, { label: name }]}
      />
      <DetailLayout
        main={
          <>
            <Card title="Hand it out">
              <div className="grid gap-4">
                <CopyField label="Link" value={stats.url} />
                <CopyField
                  label="Code"
                  value={stats.code}
                  help="For the phone, or where a link does not fit."
                />
                <div className="grid gap-2">
                  <div className="flex items-center justify-between gap-3">
                    <h3 className="font-medium text-ink text-sm">Text to send</h3>
                    <CopyButton value={text} label="the text" />
                  </div>
                  <p className="rounded-control border border-line bg-subtle px-3 py-2.5 text-pretty text-ink text-sm leading-6">
                    {text}
                  </p>
                </div>
              </div>
            </Card>
            {total === 0 ? (
              <NoClicks />
            ) : (
              <LineChart
                title="Clicks per day"
                description="The last 30 days. Robots and previews are not counted."
                data={stats.days}
                x={{ key: 'day', label: 'Day' }}
                series={[
                  { key: 'clicks', label: 'Clicks' },
                  { key: 'visitors', label: 'Visitors' },
                ]}
                csvName={`clicks-${stats.code}`}
              />
            )}
          </>
        }
        aside={
          <Card title="QR code" description="For print: it opens your link.">
            <div className="flex justify-center">
              <QrCode value={stats.url} label={`QR code of ${name}`} fileName={`qr-${stats.code}`} />
            </div>
          </Card>
        }
      />
    </Page>
  );
}

function NoClicks() {
  return (
    <Card title="Clicks per day">
      <EmptyState compact drawing="chart" title="No clicks in the last 30 days">
        Copy the link or print the code, and hand it out. Clicks show up here within seconds.
      </EmptyState>
    </Card>
  );
}
