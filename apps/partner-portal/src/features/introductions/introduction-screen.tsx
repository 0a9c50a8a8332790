'use client';

import type { Outputs } from '@goodword/api';
import { regionName, requestTimelines } from '@goodword/api/client';
import {
  Alert,
  Card,
  type DefinitionItem,
  DefinitionList,
  DetailLayout,
  humanize,
  LockedField,
  Page,
  PageHeader,
  Phone,
  StatusBadge,
  TextLink,
  Timeline,
  type TimelineEvent,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/person.tsx';
import { Act } from '../../lib/act.tsx';
import { MoneyRange } from '../../lib/money-range.tsx';
import { fieldWords, introductionWords, lockSentence } from '../../lib/words.ts';
import { introductionName } from './introduction-name.ts';

type Introduction = Outputs['introductions']['mineDetail'];
type Request = Introduction['request'];
type Field = Request['locked'][number]['field'];

/** One introduction: what the clients allow this partner to know, and its answer. */
export function IntroductionScreen({ introduction }: { introduction: Introduction }) {
  const name = introductionName(introduction);
  const { request, status } = introduction;
  return (
    <Page>
      <PageHeader
        title={name}
        description={`Introduced to you as ${introduction.partnerTypeName}`}
        breadcrumbs={[{ label: 'Introductions', href: '/introductions' }, { label: name }]}
        status={
          <StatusBadge
            status={status}
            label={introductionWords[status]}
            tone={status === 'intro_sent' ? 'warning' : undefined}
          />
        }
        actions={<Actions introduction={introduction} />}
      />
      {status === 'intro_sent' && (
        <Alert tone="warning" title="Needs your answer">
          Get in touch with the client, then say here that you are connected. If it does not fit, decline so
          that we can find somebody else.
        </Alert>
      )}
      <DetailLayout
        main={
          <>
            <Part request={request} field="contact" items={contactItems(request.contact)} />
            <Part request={request} field="budget" items={budgetItems(request.budget)} />
            <Part request={request} field="requirements" items={requirementItems(request.requirements)} />
            {request.specificNeed === null ? (
              <Locked request={request} field="message" />
            ) : (
              <Card title={fieldWords.message}>
                <p className="whitespace-pre-line text-pretty text-ink text-sm leading-6">
                  {request.specificNeed}
                </p>
              </Card>
            )}
          </>
        }
        aside={
          <Card title="History">
            <Timeline events={historyOf(introduction)} />
          </Card>
        }
      />
    </Page>
  );
}

function Actions({ introduction: { id, moves } }: { introduction: Introduction }) {
  const may = useMay();
  const connect = trpc.introductions.connect.useMutation();
  const decline = trpc.introductions.decline.useMutation();
  if (!may('portal.work')) return null;
  return (
    <>
      {moves.includes('connected') && (
        <Act
          label="We are connected"
          variant="primary"
          title="Are you in touch with the client?"
          consequence="Tells the client and us that you are connected."
          confirmLabel="Yes, we are connected"
          done="Marked as connected"
          run={() => connect.mutateAsync({ id })}
        />
      )}
      {moves.includes('declined') && (
        <Act
          label="Decline"
          tone="danger"
          title="Decline this introduction?"
          consequence="It closes for you, and we look for somebody else for the client."
          confirmLabel="Decline introduction"
          reason="required"
          reasonHelp="For us only; the client does not read it."
          done="Introduction declined"
          run={({ reason }) => decline.mutateAsync({ id, reason })}
        />
      )}
    </>
  );
}

function Locked({ request, field }: { request: Request; field: Field }) {
  const lock = request.locked.find((item) => item.field === field);
  return lock ? <LockedField label={fieldWords[field]} reason={lockSentence(lock.reason)} /> : null;
}

interface PartProps {
  request: Request;
  field: 'contact' | 'budget' | 'requirements';
  items: DefinitionItem[] | null;
}

function Part({ request, field, items }: PartProps) {
  if (!items) return <Locked request={request} field={field} />;
  return (
    <Card title={fieldWords[field]}>
      <DefinitionList items={items} />
    </Card>
  );
}

function contactItems(contact: Request['contact']): DefinitionItem[] | null {
  if (!contact) return null;
  return [
    { label: 'Name', value: contact.name },
    { label: 'Group', value: contact.groupName },
    {
      label: 'E-mail',
      value: contact.email && <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>,
    },
    { label: 'Phone', value: contact.phone && <Phone value={contact.phone} /> },
    { label: 'Location', value: contact.location },
  ];
}

function budgetItems(budget: Request['budget']): DefinitionItem[] | null {
  return budget && [{ label: 'Price range', value: <MoneyRange {...budget} /> }];
}

function requirementItems(requirements: Request['requirements']): DefinitionItem[] | null {
  if (!requirements) return null;
  const { region, groupSize, timeline } = requirements;
  const words: Record<string, string> = requestTimelines;
  return [
    { label: 'Region', value: regionName(region) },
    { label: 'People who decide', value: groupSize },
    { label: 'When', value: words[timeline] ?? humanize(timeline) },
  ];
}

function historyOf(introduction: Introduction): TimelineEvent[] {
  const { introSentAt, connectedAt, closedAt, status, outcome } = introduction;
  const events: TimelineEvent[] = [];
  if (introSentAt) events.push({ id: 'sent', title: 'Introduced to you', at: introSentAt, tone: 'info' });
  if (connectedAt) events.push({ id: 'connected', title: 'Connected', at: connectedAt, tone: 'success' });
  if (closedAt) {
    events.push({
      id: 'closed',
      title: introductionWords[status] ?? humanize(status),
      at: closedAt,
      reason: outcome && humanize(outcome),
    });
  }
  return events.reverse();
}
