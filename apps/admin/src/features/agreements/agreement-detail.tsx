'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  Button,
  Card,
  cn,
  DateOnly,
  DateTime,
  DefinitionList,
  DetailLayout,
  Page,
  PageHeader,
  TextLink,
} from '@goodword/ui';
import { AgreementText, trpc, useDone } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { audienceOf, type TypeName } from './audience.ts';
import { PublishAgreement } from './publish-agreement.tsx';

type Agreement = Outputs['agreements']['get'];

function Changes({ changes }: { changes: NonNullable<Agreement['changes']> }) {
  const pieces = changes.parts.map((part, index) => ({ ...part, key: `part-${index}` }));
  return (
    <Card title={`Changes since version ${changes.since}`}>
      {pieces.every(({ kind }) => kind === 'same') ? (
        <p className="text-ink-soft text-sm">The text is the same, word for word.</p>
      ) : (
        <div dir="auto" className="whitespace-pre-wrap text-ink text-sm leading-7">
          {pieces.map(({ key, kind, text }) => {
            if (kind === 'same') return text;
            const Piece = kind === 'added' ? 'ins' : 'del';
            return (
              <Piece
                key={key}
                className={cn(
                  'rounded-sm px-0.5',
                  kind === 'added'
                    ? 'bg-success-soft text-success-ink no-underline'
                    : 'bg-danger-soft text-danger-ink',
                )}
              >
                {text}
              </Piece>
            );
          })}
        </div>
      )}
    </Card>
  );
}

function Owing({ agreement }: { agreement: Agreement }) {
  const { owing, accepted, meantFor } = agreement;
  return (
    <Card title="Acceptance" description={`${accepted} of ${meantFor} working partners accepted it.`}>
      {owing.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody owes it.</p>
      ) : (
        <ul aria-label="Not accepted yet" className="grid gap-3 text-sm">
          {owing.map((one) => (
            <li key={one.partnerId} className="flex flex-wrap items-center justify-between gap-2">
              <TextLink href={`/partners/${one.partnerId}`}>{one.partnerName}</TextLink>
              {one.deadline && (
                <span className="flex items-center gap-2 text-ink-soft">
                  {one.overdue ? <Badge tone="danger">Overdue</Badge> : null}
                  <DateOnly value={one.deadline} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function DraftActions({ agreement }: { agreement: Agreement }) {
  const router = useRouter();
  const discard = trpc.agreements.discardDraft.useMutation();
  const done = useDone();
  return (
    <>
      <Act
        label="Discard"
        tone="danger"
        title={`Discard the draft of version ${agreement.version}?`}
        consequence="The text is lost. Published versions stay."
        done="The draft is discarded"
        run={async () => {
          await discard.mutateAsync({ id: agreement.id });
          router.push('/agreements');
          done('The draft is discarded');
        }}
      />
      <Button href="/agreements/edit">Edit</Button>
      <PublishAgreement agreement={agreement} />
    </>
  );
}

export interface AgreementDetailProps {
  agreement: Agreement;
  types: readonly TypeName[];
}

/** One version: its text, what changed, and who accepted it. */
export function AgreementDetail({ agreement, types }: AgreementDetailProps) {
  const may = useMay();
  const { version, title, publishedAt, countsFrom, changes } = agreement;
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Agreements', href: '/agreements' }, { label: `Version ${version}` }]}
        title={`${title}, version ${version}`}
        status={publishedAt ? <Badge tone="success">Published</Badge> : <Badge>Draft</Badge>}
        actions={!publishedAt && may('agreements.manage') && <DraftActions agreement={agreement} />}
      />
      <DetailLayout
        main={
          <>
            {changes && <Changes changes={changes} />}
            <Card title="Text">
              <AgreementText blocks={agreement.blocks} />
            </Card>
          </>
        }
        aside={
          <>
            <Card title="Facts">
              <DefinitionList
                columns={2}
                className="sm:grid-cols-1"
                items={[
                  { label: 'For', value: audienceOf(agreement.partnerTypeCodes, types) },
                  { label: 'Written by', value: agreement.createdByName ?? 'The installation' },
                  { label: 'Published', value: publishedAt ? <DateTime value={publishedAt} /> : 'Not yet' },
                  { label: 'Counts from', value: countsFrom ? <DateTime value={countsFrom} /> : '—' },
                  { label: 'Grace', value: publishedAt ? `${agreement.graceDays} days` : '—' },
                  {
                    label: 'SHA-256',
                    value: <code className="break-all font-mono text-xs">{agreement.hash}</code>,
                  },
                ]}
              />
            </Card>
            {publishedAt && <Owing agreement={agreement} />}
          </>
        }
      />
    </Page>
  );
}
