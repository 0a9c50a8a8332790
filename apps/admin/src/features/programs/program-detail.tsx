'use client';

import type { Outputs } from '@goodword/api';
import { reviewProgramInput } from '@goodword/api/client';
import {
  Button,
  Card,
  DateOnly,
  DetailLayout,
  FormActions,
  FormError,
  humanize,
  Money,
  Page,
  PageHeader,
  Stat,
  StatGrid,
  StatusBadge,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { Check, Circle } from 'lucide-react';
import { useMay, usePatientWords } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { DayOrDash, LastDayOrDash } from '../../lib/facts.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { SideFacts } from '../../lib/side-facts.tsx';
import { ProgramSummary } from './program-summary.tsx';

type Program = Outputs['programs']['get'];

function ReviewForm({ id, close }: { id: string; close: () => void }) {
  const review = trpc.programs.review.useMutation();
  const done = useDone();
  const form = useZodForm(reviewProgramInput, { id, evidence: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await review.mutateAsync(values);
        close();
        done('The review is recorded in your name');
      }}
    >
      <FormError />
      <TextareaField
        name="evidence"
        label="What was reviewed"
        rows={3}
        help="Such as the law of each place and where the opinion is filed."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Record review</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function ProgramActions({ program }: { program: Program }) {
  const patients = usePatientWords();
  const may = useMay();
  const change = trpc.programs.changeStatus.useMutation();
  if (!may('programs.manage')) return null;
  const { id, name, status, moves } = program;
  const back = (to: 'active' | 'paused', undone: string) => ({
    run: () => change.mutateAsync({ id, to }),
    undone,
  });
  const canEdit = status === 'draft' || status === 'paused';
  return (
    <>
      {moves.includes('active') && (
        <Act
          label={status === 'paused' ? 'Resume' : 'Go live'}
          variant="primary"
          title={status === 'paused' ? `Resume ${name}?` : `Start ${name}?`}
          consequence={`Every ${patients.one} gets a link of their own at once, and friends who join by it count.`}
          done={`${name} is live`}
          undo={status === 'paused' ? back('paused', `${name} is paused again`) : undefined}
          run={() => change.mutateAsync({ id, to: 'active' })}
        />
      )}
      {canEdit && (
        <FormDialog label="Record review" title="Record a review" size="sm">
          {(close) => <ReviewForm id={id} close={close} />}
        </FormDialog>
      )}
      {canEdit && <Button href={`/programs/${id}/edit`}>Edit</Button>}
      {moves.includes('paused') && (
        <Act
          label="Pause"
          title={`Pause ${name}?`}
          consequence="New friends get no offer until it is resumed. Friends who joined before still count."
          reason="optional"
          done={`${name} is paused`}
          undo={back('active', `${name} is live again`)}
          run={({ reason }) => change.mutateAsync({ id, to: 'paused', reason: reason || undefined })}
        />
      )}
      {moves.includes('ended') && (
        <Act
          label="End"
          tone="danger"
          title={`End ${name} for good?`}
          confirmLabel="End program"
          consequence="It cannot be started again. Rewards already earned stay usable."
          reason="optional"
          done={`${name} has ended`}
          run={({ reason }) => change.mutateAsync({ id, to: 'ended', reason: reason || undefined })}
        />
      )}
    </>
  );
}

function Funnel({ funnel, currency }: Program) {
  const patients = usePatientWords();
  return (
    <StatGrid>
      <Stat label="Links" value={funnel.links} />
      <Stat label="Clicks" value={funnel.clicks} />
      <Stat label="Invited" value={funnel.invited} />
      <Stat label="Joined" value={funnel.joined} />
      <Stat label={`Became ${patients.many}`} value={funnel.converted} />
      <Stat
        label="Rewards"
        value={funnel.rewards}
        help={
          <>
            <Money amountMinor={funnel.creditMinor} currency={currency} /> credit
          </>
        }
      />
    </StatGrid>
  );
}

function Checks({ checks }: Program) {
  return (
    <Card title="Before it goes live">
      <ul className="grid gap-2 text-sm">
        {checks.map(({ key, label, done }) => (
          <li key={key} className="flex items-start gap-2">
            {done ? (
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            )}
            <span>
              {label}
              <span className="sr-only">{done ? ': done' : ': missing'}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One program: its rules in words, how far it is, and what it brought. */
export function ProgramDetail({ program }: { program: Program }) {
  const showsChecks = program.status === 'draft' || program.status === 'paused';
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Programs', href: '/programs' }, { label: program.name }]}
        title={program.name}
        description={program.description}
        status={<StatusBadge status={program.status} />}
        actions={<ProgramActions program={program} />}
      />
      <Funnel {...program} />
      <DetailLayout
        main={<ProgramSummary lines={program.summary} example={program.workedExample} />}
        aside={
          <>
            {showsChecks && <Checks {...program} />}
            <Card title="Facts">
              <SideFacts
                items={[
                  { label: 'Kind', value: humanize(program.programType) },
                  { label: 'Starts', value: <DayOrDash value={program.startsAt} /> },
                  { label: 'Ends', value: <LastDayOrDash before={program.endsAt} /> },
                  { label: 'Runs in', value: program.jurisdictions.join(', ') || '—' },
                  { label: 'Excluded payers', value: program.blockedPayers.join(', ') || 'Not answered yet' },
                  { label: 'Reviewed by', value: program.reviewerName ?? 'Nobody yet' },
                  ...(program.reviewEvidence ? [{ label: 'Review', value: program.reviewEvidence }] : []),
                  {
                    label: 'Created',
                    value: (
                      <>
                        <DateOnly value={program.createdAt} /> by {program.createdByName}
                      </>
                    ),
                  },
                ]}
              />
            </Card>
          </>
        }
      />
    </Page>
  );
}
