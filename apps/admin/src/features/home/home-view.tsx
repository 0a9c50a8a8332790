'use client';

import type { Outputs } from '@goodword/api';
import type { Permission } from '@goodword/api/client';
import { BarChart, Card, EmptyState, Stat, StatGrid, type StatTrend } from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';
import { MoneyList } from '../../lib/money-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LinkRow } from './link-row.tsx';

type Summary = Outputs['home']['summary'];

interface Task {
  key: keyof Summary['waiting'];
  href: string;
  /** Who can do something about it. */
  permission: Permission;
  one: string;
  many: string;
}

const tasks: readonly Task[] = [
  {
    key: 'applications',
    href: '/applications',
    permission: 'applications.decide',
    one: 'application to decide',
    many: 'applications to decide',
  },
  {
    key: 'credentials',
    href: '/credentials',
    permission: 'partners.manage',
    one: 'credential to check',
    many: 'credentials to check',
  },
  {
    key: 'leadsNew',
    href: '/leads?status=new',
    permission: 'leads.work',
    one: 'new lead',
    many: 'new leads',
  },
  {
    key: 'sharesPastAnswer',
    href: '/leads?status=qualified',
    permission: 'shares.manage',
    one: 'shared lead without an answer in time',
    many: 'shared leads without an answer in time',
  },
  {
    key: 'requests',
    href: '/introductions',
    permission: 'introductions.manage',
    one: 'introduction to match',
    many: 'introductions to match',
  },
  {
    key: 'deals',
    href: '/deals?status=reported',
    permission: 'deals.verify',
    one: 'deal to verify',
    many: 'deals to verify',
  },
  {
    key: 'commissions',
    href: '/commissions?status=calculated',
    permission: 'commissions.decide',
    one: 'commission to approve',
    many: 'commissions to approve',
  },
  {
    key: 'batches',
    href: '/payouts',
    permission: 'payouts.manage',
    one: 'payout batch under way',
    many: 'payout batches under way',
  },
  {
    key: 'rewards',
    href: '/rewards?status=held',
    permission: 'rewards.decide',
    one: 'reward held',
    many: 'rewards held',
  },
  {
    key: 'stalledPartners',
    href: '/partners?onboarding=stalled',
    permission: 'partners.manage',
    one: 'onboarding that has come to a halt',
    many: 'onboardings that have come to a halt',
  },
  {
    key: 'overduePartners',
    href: '/care',
    permission: 'care.work',
    one: 'partner overdue for a contact',
    many: 'partners overdue for a contact',
  },
  {
    key: 'overdueChecks',
    href: '/care/yearly-checks',
    permission: 'care.work',
    one: 'yearly check overdue',
    many: 'yearly checks overdue',
  },
  {
    key: 'openComplaints',
    href: '/care/complaints?status=open',
    permission: 'care.work',
    one: 'complaint about a partner open',
    many: 'complaints about partners open',
  },
  {
    key: 'failedMessages',
    href: '/messages?status=failed',
    permission: 'messages.read',
    one: 'message that failed',
    many: 'messages that failed',
  },
  { key: 'deadJobs', href: '/jobs', permission: 'jobs.read', one: 'job given up', many: 'jobs given up' },
];

function TaskList({ waiting }: Pick<Summary, 'waiting'>) {
  const may = useMay();
  const mine = tasks.filter(({ key, permission }) => waiting[key] > 0 && may(permission));
  return (
    <Card title="Needs you" padded={false}>
      {mine.length === 0 ? (
        <EmptyState title="Nothing waits for you" drawing="done" compact>
          What needs a decision appears here.
        </EmptyState>
      ) : (
        <ul>
          {mine.map(({ key, href, one, many }) => (
            <LinkRow
              key={key}
              href={href}
              mark={
                <span className="min-w-8 rounded-full bg-accent-soft px-2 py-0.5 text-center font-semibold text-accent-ink tabular-nums">
                  {waiting[key]}
                </span>
              }
            >
              {waiting[key] === 1 ? one : many}
            </LinkRow>
          ))}
        </ul>
      )}
    </Card>
  );
}

function trendOf(now: number, before: number): StatTrend {
  const change = now - before;
  if (change === 0) return { label: 'as last month', direction: 'flat' };
  return {
    label: `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'}`,
    direction: change > 0 ? 'up' : 'down',
  };
}

/** What needs the person today, and how the month goes. */
export function HomeView({ summary }: { summary: Summary }) {
  const { firstSteps, waiting, month, weeks } = summary;
  return (
    <>
      <FirstSteps steps={firstSteps} />
      <StatGrid>
        <Stat label="Active partners" value={month.activePartners} href="/partners?status=active" />
        <Stat
          label="Leads this month"
          value={month.leads}
          trend={trendOf(month.leads, month.leadsBefore)}
          href="/leads"
        />
        <Stat
          label="Converted this month"
          value={month.converted}
          trend={trendOf(month.converted, month.convertedBefore)}
          href="/leads?status=converted"
        />
        <Stat
          label="Verified this month"
          value={
            <MoneyList
              className="text-base leading-6"
              amounts={month.verifiedValue.map(({ currency, valueMinor }) => ({
                currency,
                amountMinor: valueMinor,
              }))}
            />
          }
          href="/deals?status=verified"
        />
      </StatGrid>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <TaskList waiting={waiting} />
        <BarChart
          title="Week by week"
          description="What came in, by the day the week starts."
          data={weeks}
          x={{ key: 'weekStart', label: 'Week of' }}
          series={[
            { key: 'leads', label: 'Leads' },
            { key: 'referrals', label: 'Referrals' },
            { key: 'shares', label: 'Shared' },
            { key: 'deals', label: 'Deals' },
          ]}
          csvName="weeks"
        />
      </div>
    </>
  );
}
