'use client';

import type { Outputs } from '@goodword/api';
import { regionName, requestTimelines } from '@goodword/api/client';
import {
  Badge,
  Card,
  DefinitionList,
  DetailLayout,
  humanize,
  Page,
  PageHeader,
  Phone,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { LinkOrDash, TimeOrDash } from '../../lib/facts.tsx';
import { History } from '../../lib/history.tsx';
import { MoneyRange } from '../../lib/money-range.tsx';
import { SideFacts } from '../../lib/side-facts.tsx';
import { MatchPanel } from './match-panel.tsx';
import { RecordOutcome } from './record-outcome.tsx';

type Request = Outputs['requests']['get'];
type Introduction = Request['introductions'][number];

/** The attempt under way: declined and closed ones are history. */
function currentOf(introductions: readonly Introduction[]): Introduction | undefined {
  return introductions.find(({ status }) => status !== 'declined' && status !== 'closed');
}

function RequestActions({ request }: { request: Request }) {
  const may = useMay();
  const send = trpc.requests.sendIntroduction.useMutation();
  const decline = trpc.requests.decline.useMutation();
  const unfulfilled = trpc.requests.markUnfulfilled.useMutation();
  if (!may('introductions.manage')) return null;
  const current = currentOf(request.introductions);
  return (
    <>
      {current?.status === 'proposed' && (
        <Act
          label="Send introduction"
          variant="primary"
          title={`Introduce ${request.groupName} to ${current.partnerName}?`}
          consequence={`Both get a mail. ${current.partnerName} learns what the client agreed to tell: ${request.consented.map(humanize).join(', ').toLowerCase() || 'nothing personal'}.`}
          done="The introduction is sent"
          run={() => send.mutateAsync({ introductionId: current.id })}
        />
      )}
      {(current?.status === 'intro_sent' || current?.status === 'connected') && (
        <RecordOutcome introductionId={current.id} currency={request.currency} />
      )}
      {current && (
        <Act
          label="Partner declined"
          tone="danger"
          title={`Did ${current.partnerName} decline?`}
          consequence="The request waits for another professional."
          reason="required"
          done="The request waits for another professional"
          run={({ reason }) => decline.mutateAsync({ introductionId: current.id, reason })}
        />
      )}
      {request.status === 'pending' && (
        <Act
          label="Mark unfulfilled"
          tone="danger"
          title="Can nobody help here?"
          consequence="The request closes and the client gets a mail that says so."
          reason="required"
          done="Closed as unfulfilled"
          run={({ reason }) => unfulfilled.mutateAsync({ requestId: request.id, reason })}
        />
      )}
    </>
  );
}

function Asked({ request }: { request: Request }) {
  const timelines: Record<string, string> = requestTimelines;
  return (
    <Card title="What they ask for">
      <DefinitionList
        columns={2}
        items={[
          { label: 'Looks for', value: request.partnerTypeName },
          { label: 'Region', value: regionName(request.region) },
          { label: 'People', value: request.groupSize },
          {
            label: 'Price range',
            value: (
              <MoneyRange
                minMinor={request.priceMinMinor}
                maxMinor={request.priceMaxMinor}
                currency={request.currency}
              />
            ),
          },
          { label: 'When', value: timelines[request.wantedBy] ?? humanize(request.wantedBy) },
          {
            label: 'May be told',
            value:
              request.consented.length === 0 ? (
                <Badge tone="danger">Nothing: consent was taken back</Badge>
              ) : (
                <span className="flex flex-wrap gap-1.5">
                  {request.consented.map((scope) => (
                    <Badge key={scope} tone="success">
                      {humanize(scope)}
                    </Badge>
                  ))}
                </span>
              ),
          },
        ]}
      />
      <blockquote className="mt-4 whitespace-pre-wrap border-line border-l-2 pl-3 text-sm leading-6">
        {request.specificNeed}
      </blockquote>
    </Card>
  );
}

function Introductions({ introductions }: Request) {
  if (introductions.length === 0) return null;
  return (
    <Card title="Introductions" padded={false}>
      <ul>
        {introductions.map((introduction) => (
          <li key={introduction.id} className="grid gap-1 border-line border-t px-5 py-3 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <TextLink href={`/partners/${introduction.partnerId}`}>{introduction.partnerName}</TextLink>
              <StatusBadge status={introduction.status} />
              {introduction.outcome && <Badge>{humanize(introduction.outcome)}</Badge>}
              {introduction.dealId && <TextLink href={`/deals/${introduction.dealId}`}>Deal</TextLink>}
            </div>
            {introduction.matchReasons.length > 0 && (
              <p className="text-ink-soft">{introduction.matchReasons.join(' · ')}</p>
            )}
            <p className="text-[0.8125rem] text-ink-faint">
              Matched <TimeOrDash value={introduction.proposedAt} />
              {introduction.proposedByName && ` by ${introduction.proposedByName}`}
              {introduction.introSentAt && (
                <>
                  {' · '}introduced <TimeOrDash value={introduction.introSentAt} />
                </>
              )}
              {introduction.connectedAt && (
                <>
                  {' · '}connected <TimeOrDash value={introduction.connectedAt} />
                </>
              )}
            </p>
            {(introduction.endReason || introduction.outcomeNotes) && (
              <p>{introduction.endReason ?? introduction.outcomeNotes}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export interface RequestDetailProps {
  request: Request;
  /** Only while the request waits for a match. */
  candidates: Outputs['requests']['candidates'] | null;
}

/** One request for a professional, from asking to outcome. */
export function RequestDetail({ request, candidates }: RequestDetailProps) {
  const may = useMay();
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Introductions', href: '/introductions' }, { label: request.groupName }]}
        title={request.groupName}
        status={<StatusBadge status={request.status} />}
        meta={<code className="font-mono">{request.id}</code>}
        actions={<RequestActions request={request} />}
      />
      <DetailLayout
        main={
          <>
            {candidates && may('introductions.manage') && (
              <MatchPanel requestId={request.id} groupName={request.groupName} candidates={candidates} />
            )}
            <Introductions {...request} />
            <Asked request={request} />
          </>
        }
        aside={
          <>
            <Card title="Who asks">
              <SideFacts
                items={[
                  { label: 'Name', value: request.clientName },
                  {
                    label: 'E-mail',
                    value: (
                      <LinkOrDash href={request.clientEmail && `mailto:${request.clientEmail}`}>
                        {request.clientEmail}
                      </LinkOrDash>
                    ),
                  },
                  {
                    label: 'Phone',
                    value: request.clientPhone ? <Phone value={request.clientPhone} link /> : '—',
                  },
                  { label: 'Group', value: request.members.join(', ') || '—' },
                  ...(request.endReason ? [{ label: 'Ended because', value: request.endReason }] : []),
                ]}
              />
            </Card>
            <History entries={request.timeline} subject="referral_request" />
          </>
        }
      />
    </Page>
  );
}
