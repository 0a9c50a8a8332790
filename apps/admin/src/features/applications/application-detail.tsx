'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import {
  Alert,
  Card,
  DateTime,
  DefinitionList,
  DetailLayout,
  humanize,
  Page,
  PageHeader,
  Phone,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';
import { DecideApplication } from './decide-application.tsx';

type Application = Outputs['applications']['get'];

/** What a partner wrote about itself, and what we know of others like it. */
export function ApplicationDetail({ application }: { application: Application }) {
  const may = useMay();
  const { id, name, status, duplicates, engagements } = application;
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
          <ul className="grid gap-1">
            {duplicates.map((twin) => (
              <li key={`${twin.id}-${twin.match}`}>
                <TextLink href={`/partners/${twin.id}`}>{twin.name}</TextLink> has the same{' '}
                {twin.match === 'email' ? 'e-mail address' : 'name'} ({humanize(twin.status).toLowerCase()}).
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <DetailLayout
        main={
          <>
            <Card title="Company">
              <DefinitionList
                columns={2}
                items={[
                  { label: 'Contact', value: application.contactName ?? '—' },
                  {
                    label: 'E-mail',
                    value: application.email ? (
                      <TextLink href={`mailto:${application.email}`}>{application.email}</TextLink>
                    ) : (
                      '—'
                    ),
                  },
                  {
                    label: 'Phone',
                    value: application.phone ? <Phone value={application.phone} link /> : '—',
                  },
                  {
                    label: 'Website',
                    value: application.website ? (
                      <TextLink href={application.website} target="_blank" rel="noopener noreferrer">
                        {application.website}
                      </TextLink>
                    ) : (
                      '—'
                    ),
                  },
                  { label: 'Country', value: application.country ? regionName(application.country) : '—' },
                  { label: 'Came', value: application.invited ? 'Invited by us' : 'By itself' },
                ]}
              />
            </Card>
            <Card title="In their words">
              <p className="whitespace-pre-wrap break-words text-sm leading-6">
                {application.about ?? 'They wrote nothing about themselves.'}
              </p>
            </Card>
          </>
        }
        aside={engagements.map((engagement) => (
          <Card key={engagement.id} title={engagement.typeName}>
            <p className="text-sm leading-6">{engagement.sentence}</p>
            <p className="mt-2 text-[0.8125rem] text-ink-soft">
              {engagement.regions.map(regionName).join(', ')}
            </p>
          </Card>
        ))}
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
