import type { Outputs } from '@goodword/api';
import { Card, formatPercent, Progress, Stat, StatGrid, TextLink } from '@goodword/ui';
import { Amounts } from '../../lib/amounts.tsx';

type Home = Outputs['portal']['home'];

function rate(bps: number | null, of: string, none: string): string {
  return bps === null ? none : `${formatPercent(bps, { digits: 0 })} of ${of}`;
}

function hours(value: number | null): string {
  if (value === null) return '—';
  return value < 48 ? `${Math.round(value)} h` : `${Math.round(value / 24)} days`;
}

/** The numbers of the partner, from its own leads, deals and commissions. */
export function Performance({ home }: { home: Home }) {
  return (
    <section aria-labelledby="performance-title" className="grid gap-3">
      <h2 id="performance-title" className="font-semibold text-[0.9375rem] text-ink">
        Your numbers
      </h2>
      <StatGrid className="grid-cols-1 sm:grid-cols-2 xl:grid-cols-4">
        <Stat label="Leads received" value={home.received} href="/leads" />
        <Stat
          label="Accepted"
          value={home.accepted}
          help={rate(home.acceptanceRateBps, 'received', 'No leads yet')}
        />
        <Stat
          label="Closed as won"
          value={home.closed}
          help={rate(home.conversionRateBps, 'accepted', 'None accepted yet')}
        />
        <Stat label="Revenue" value={<Amounts amounts={home.revenue} />} help="Verified deals" />
        <Stat
          label="Commission earned"
          value={<Amounts amounts={home.commissionEarned} />}
          help="Approved and paid"
          href="/earnings"
        />
        <Stat label="Average deal" value={<Amounts amounts={home.averageDealSize} />} />
        <Stat
          label="Time to close"
          value={home.averageDaysToClose === null ? '—' : `${Math.round(home.averageDaysToClose)} days`}
          help="From acceptance"
        />
        <Stat label="Response time" value={hours(home.averageResponseHours)} help="Until you answer" />
      </StatGrid>
    </section>
  );
}

export interface CapacityProps {
  home: Home;
  active: boolean;
  /** Owners set the limit. */
  mayChange: boolean;
}

export function Capacity({ home, active, mayChange }: CapacityProps) {
  return (
    <Card title="Capacity" description="How many leads you work on at once.">
      <div className="grid gap-2">
        {home.capacity === null ? (
          <p className="text-ink text-sm">{home.open} open, no limit set.</p>
        ) : (
          <Progress
            label="Open leads"
            value={home.open}
            max={home.capacity}
            valueText={`${home.open} of ${home.capacity}`}
            tone="capacity"
          />
        )}
        <p className="text-[0.8125rem] text-ink-soft">
          {capacitySentence(home, active)}{' '}
          {mayChange && (
            <TextLink href="/profile">{home.capacity === null ? 'Set a limit' : 'Change'}</TextLink>
          )}
        </p>
      </div>
    </Card>
  );
}

function capacitySentence({ open, capacity }: Home, active: boolean): string {
  if (!active) return 'New leads come once your partnership is active.';
  if (capacity !== null && open >= capacity) {
    return 'You are full: we share no more leads until one is closed or returned.';
  }
  return 'New leads come while there is room.';
}
