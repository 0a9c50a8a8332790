'use client';

import type { ShareScope } from '@goodword/api/client';
import {
  Alert,
  Button,
  Card,
  ConfirmDialog,
  DateOnly,
  type DefinitionItem,
  DefinitionList,
  DetailLayout,
  formatMoney,
  Page,
  PageHeader,
  Phone,
  TextLink,
  Timeline,
} from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { CircleCheck } from 'lucide-react';
import { placeName } from '../../lib/regions.ts';
import { RequestStatus } from '../../lib/request-status.tsx';
import { type RequestDetail as Detail, requestSteps, scopeWords, timelineWords } from './words.ts';

function priceRange({ priceMinMinor: min, priceMaxMinor: max, currency }: Detail): string | null {
  if (min !== null && max !== null) return `${formatMoney(min, currency)} to ${formatMoney(max, currency)}`;
  if (min !== null) return `From ${formatMoney(min, currency)}`;
  return max === null ? null : `Up to ${formatMoney(max, currency)}`;
}

function people(n: number): string {
  return n === 1 ? 'one person' : `${n} people`;
}

function facts(request: Detail): DefinitionItem[] {
  const price = priceRange(request);
  return [
    { label: 'Professional', value: request.partnerTypeName },
    { label: 'Where', value: placeName(request.region) },
    {
      label: 'For',
      value: `${request.groupName}, ${people(request.groupSize)}`,
    },
    ...(price ? [{ label: 'Price', value: price }] : []),
    { label: 'When', value: timelineWords(request.timeline) },
    { label: 'What you need', value: <span className="whitespace-pre-wrap">{request.specificNeed}</span> },
  ];
}

export function RequestDetail({ request }: { request: Detail }) {
  const title = `${request.partnerTypeName} in ${placeName(request.region)}`;
  return (
    <Page>
      <PageHeader
        title={title}
        status={<RequestStatus status={request.status} />}
        breadcrumbs={[{ label: 'Find a professional', href: '/professionals' }, { label: title }]}
        actions={request.canCancel && <Cancel request={request} />}
      />
      <DetailLayout
        main={
          <>
            <Introduced request={request} />
            <Card title="Your request">
              <DefinitionList items={facts(request)} />
            </Card>
            <Allowed scopes={request.consented} />
          </>
        }
        aside={
          <Card title="What happened">
            <Timeline
              events={request.steps.map((step) => ({
                id: `${step.key}-${step.at.toISOString()}`,
                at: step.at,
                ...requestSteps[step.key],
              }))}
            />
          </Card>
        }
      />
    </Page>
  );
}

function Introduced({ request }: { request: Detail }) {
  const { introducedTo: them, status } = request;
  if (!them) {
    if (status === 'pending' || status === 'matched') {
      return (
        <Alert tone="info" title="We are looking for the right person">
          We write to you as soon as we introduce somebody. There is nothing for you to do.
        </Alert>
      );
    }
    if (status === 'unfulfilled') {
      return (
        <Alert
          tone="info"
          title="We found nobody this time"
          actions={
            <Button size="sm" href="/professionals">
              Ask for somebody else
            </Button>
          }
        >
          You can ask again for another place or another kind of professional.
        </Alert>
      );
    }
    return null;
  }
  return (
    <Card title={`Meet ${them.partnerName}`} description="We told them about you, as far as you allowed.">
      <DefinitionList
        items={[
          ...(them.contactName ? [{ label: 'Name', value: them.contactName }] : []),
          ...(them.email
            ? [
                {
                  label: 'E-mail',
                  value: (
                    <a href={`mailto:${them.email}`} className="break-all text-accent-ink hover:underline">
                      {them.email}
                    </a>
                  ),
                },
              ]
            : []),
          ...(them.phone ? [{ label: 'Phone', value: <Phone value={them.phone} link /> }] : []),
          ...(them.website
            ? [{ label: 'Website', value: <TextLink href={them.website}>{them.website}</TextLink> }]
            : []),
          ...(them.introducedAt
            ? [{ label: 'Introduced', value: <DateOnly value={them.introducedAt} /> }]
            : []),
        ]}
      />
    </Card>
  );
}

function Allowed({ scopes }: { scopes: readonly ShareScope[] }) {
  return (
    <Card
      title="What you allow us to tell them"
      actions={
        <Button size="sm" href="/my-data">
          Change
        </Button>
      }
    >
      {scopes.length === 0 ? (
        <p className="text-ink-soft text-sm leading-6">
          Nothing at the moment. Without your permission we cannot introduce you.
        </p>
      ) : (
        <ul className="grid gap-2">
          {scopes.map((scope) => (
            <li key={scope} className="flex items-start gap-2 text-ink text-sm leading-6">
              <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-success-ink" />
              {scopeWords[scope].label}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Cancel({ request }: { request: Detail }) {
  const cancel = trpc.requests.cancel.useMutation();
  const done = useDone();
  return (
    <ConfirmDialog
      title="Cancel this request?"
      consequence={
        request.introducedTo
          ? 'We stop working on it and tell the professional that you no longer need them.'
          : 'We stop looking for somebody. You can ask again at any time.'
      }
      confirmLabel="Cancel request"
      reason="optional"
      reasonLabel="Why"
      trigger={<Button>Cancel request</Button>}
      onConfirm={async ({ reason }) => {
        await cancel.mutateAsync({ id: request.id, reason: reason || undefined });
        done('The request is cancelled');
      }}
    />
  );
}
