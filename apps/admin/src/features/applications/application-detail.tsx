'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import {
  Alert,
  Card,
  DateOnly,
  DateTime,
  DefinitionList,
  DetailLayout,
  Page,
  PageHeader,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';
import { DuplicateList } from '../../lib/duplicate-list.tsx';
import { ApplicationDocuments } from './application-documents.tsx';
import { CompanyCard } from './company-card.tsx';
import { DecideApplication } from './decide-application.tsx';
import { ReviewCard } from './review-card.tsx';

type Application = Outputs['applications']['get'];

/** What a partner wrote about itself, what the rules say, and what we know of others like it. */
export function ApplicationDetail({ application }: { application: Application }) {
  const may = useMay();
  const { id, name, status, duplicates, engagements, answers, documents, attempts } = application;
  const isOpen = status === 'pending_review';
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Applications', href: '/applications' }, { label: name }]}
        title={name}
        status={<StatusBadge status={status} />}
        meta={
          <span>
            Applied <DateTime value={application.appliedAt} />
          </span>
        }
        actions={isOpen && may('applications.decide') && <DecideApplication id={id} name={name} />}
      />
      {duplicates.length > 0 && (
        <Alert tone="warning" title="This may be somebody we know">
          <DuplicateList duplicates={duplicates} />
        </Alert>
      )}
      {status === 'rejected' && <Rejected application={application} />}
      <DetailLayout
        main={
          <>
            <CompanyCard application={application} />
            {answers.length > 0 && (
              <Card title="Their answers">
                <DefinitionList
                  items={answers.map(({ label, answer }) => ({
                    label,
                    value: <span className="whitespace-pre-wrap break-words">{answer}</span>,
                  }))}
                />
              </Card>
            )}
            <Card title="In their words">
              <p className="whitespace-pre-wrap break-words text-sm leading-6">
                {application.about ?? 'They wrote nothing about themselves.'}
              </p>
            </Card>
            <ApplicationDocuments documents={documents} />
          </>
        }
        aside={
          <>
            <ReviewCard review={application.review} />
            {engagements.map((engagement) => (
              <Card key={engagement.id} title={engagement.typeName}>
                <p className="text-sm leading-6">{engagement.sentence}</p>
                <p className="mt-2 text-[0.8125rem] text-ink-soft">
                  {engagement.regions.map(regionName).join(', ')}
                </p>
              </Card>
            ))}
            {attempts.length > 1 && <Attempts attempts={attempts} />}
          </>
        }
      />
      {!isOpen && (
        <p className="text-ink-soft text-sm">
          Decided. Everything else is on the <TextLink href={`/partners/${id}`}>partner&apos;s page</TextLink>
          .
        </p>
      )}
    </Page>
  );
}

function Rejected({ application }: { application: Application }) {
  const { reapplyAfter, rejectionMessage } = application;
  return (
    <Alert tone="info" title="Rejected">
      {reapplyAfter && (
        <p>
          They can apply again by themselves from <DateOnly value={reapplyAfter} /> on. Earlier, they get the
          usual answer and nothing changes here.
        </p>
      )}
      {rejectionMessage && <p className="mt-1">They were told: “{rejectionMessage}”</p>}
    </Alert>
  );
}

function Attempts({ attempts }: { attempts: Application['attempts'] }) {
  return (
    <Card title="Applied before">
      <ul className="grid gap-1.5 text-sm leading-6">
        {attempts.map(({ at, inCoolOff }) => (
          <li key={at.toISOString()}>
            <DateTime value={at} />
            {inCoolOff && <span className="text-ink-soft"> · too early, changed nothing</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
