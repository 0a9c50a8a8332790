'use client';

import type { Outputs } from '@goodword/api';
import {
  Alert,
  Card,
  DateTime,
  DefinitionList,
  DetailLayout,
  Money,
  Page,
  PageHeader,
  RelativeTime,
  StatusBadge,
  Timeline,
  type TimelineEvent,
} from '@goodword/ui';
import { shareWords } from '../../lib/words.ts';
import { LeadActions } from './lead-actions.tsx';
import { leadName } from './lead-name.ts';
import { VisibleLead } from './visible-lead.tsx';

type Share = Outputs['shares']['mineDetail'];

export interface LeadScreenProps {
  share: Share;
  /** Of a deal, where the lead names none. */
  currency: string;
}

/** One lead: what the client lets this partner see, and what can be done now. */
export function LeadScreen({ share, currency }: LeadScreenProps) {
  const name = leadName(share);
  return (
    <Page>
      <PageHeader
        title={name}
        description={`Shared with you as ${share.partnerTypeName}`}
        breadcrumbs={[{ label: 'Leads', href: '/leads' }, { label: name }]}
        status={
          <StatusBadge
            status={share.status}
            label={shareWords[share.status]}
            tone={share.status === 'sent' ? 'warning' : undefined}
          />
        }
        actions={<LeadActions share={share} currency={share.lead.budget?.currency ?? currency} />}
      />
      <Note share={share} />
      <DetailLayout
        main={<VisibleLead lead={share.lead} />}
        aside={
          <>
            {share.deal && <Deal deal={share.deal} />}
            <Card title="History">
              <Timeline events={historyOf(share)} />
            </Card>
          </>
        }
      />
    </Page>
  );
}

function Note({ share }: { share: Share }) {
  switch (share.status) {
    case 'sent':
      return (
        <Alert tone="warning" title="Needs your answer">
          Accept or reject by <DateTime value={share.answerBy} showZone /> (
          <RelativeTime value={share.answerBy} />
          ). After that it expires and goes to somebody else.
        </Alert>
      );
    case 'revoked':
      return (
        <Alert tone="info" title="The client took back their consent">
          Delete what you noted about this client and do not contact them on our account.
        </Alert>
      );
    case 'withdrawn':
      return <Alert tone="info">We took this lead back. There is nothing left for you to do.</Alert>;
    default:
      return null;
  }
}

function Deal({ deal }: { deal: NonNullable<Share['deal']> }) {
  return (
    <Card title="Deal you reported">
      <DefinitionList
        columns={2}
        className="sm:grid-cols-1"
        items={[
          { label: 'Value', value: <Money amountMinor={deal.valueMinor} currency={deal.currency} /> },
          { label: 'Status', value: <StatusBadge status={deal.status} /> },
          { label: 'Closed', value: <DateTime value={deal.closedAt} /> },
        ]}
      />
      <p className="mt-3 text-[0.8125rem] text-ink-soft leading-5">
        {deal.status === 'reported'
          ? 'We check the value. Your commission is calculated when it is verified.'
          : 'What it earned you stands under Earnings.'}
      </p>
    </Card>
  );
}

function historyOf(share: Share): TimelineEvent[] {
  const events: TimelineEvent[] = [{ id: 'sent', title: 'Shared with you', at: share.sentAt, tone: 'info' }];
  if (share.acceptedAt) {
    events.push({ id: 'accepted', title: 'You accepted', at: share.acceptedAt, tone: 'success' });
  }
  if (share.endedAt) {
    const won = share.outcome === null ? '' : share.outcome === 'won' ? ' as won' : ' as lost';
    events.push({
      id: 'ended',
      title: `${shareWords[share.status] ?? share.status}${won}`,
      at: share.endedAt,
      tone: share.outcome === 'won' ? 'success' : 'neutral',
    });
  }
  return events.reverse();
}
