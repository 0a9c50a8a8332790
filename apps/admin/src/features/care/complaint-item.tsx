'use client';

import type { Outputs } from '@goodword/api';
import { Badge, DateOnly, humanize, StatusBadge, TextLink, type Tone } from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';
import { ResolveComplaint } from './complaint-form.tsx';

export type Complaint = Outputs['complaints']['list']['rows'][number];

const severityTones: Record<Complaint['severity'], Tone> = {
  low: 'neutral',
  medium: 'warning',
  high: 'danger',
};

export function Severity({ severity }: Pick<Complaint, 'severity'>) {
  return <Badge tone={severityTones[severity]}>{humanize(severity)}</Badge>;
}

/** What happened, what it came to, and the way to say so. */
export function ComplaintItem({ complaint }: { complaint: Complaint }) {
  const may = useMay();
  const { id, status, category, complainant, body, leadId, outcome, resolution } = complaint;
  return (
    <li className="grid gap-1 border-line border-t pt-4 text-sm first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{humanize(category)}</h3>
        <Severity severity={complaint.severity} />
        <StatusBadge status={status} />
        {status === 'open' && may('care.work') && (
          <span className="ml-auto">
            <ResolveComplaint id={id} partnerName={complaint.partnerName} />
          </span>
        )}
      </div>
      <p className="whitespace-pre-wrap leading-6">{body}</p>
      <p className="text-[0.8125rem] text-ink-soft">
        From a {complainant === 'staff' ? 'colleague' : complainant},{' '}
        <DateOnly value={complaint.receivedAt} />
        {leadId && (
          <>
            , about{' '}
            <TextLink href={`/leads/${leadId}`} className="text-[0.8125rem] underline">
              lead {leadId.slice(-6).toUpperCase()}
            </TextLink>
          </>
        )}
        . Recorded by {complaint.recordedByName ?? 'Goodword'}.
      </p>
      {outcome && complaint.resolvedAt && (
        <p className="whitespace-pre-wrap rounded-control bg-subtle px-3 py-2">
          <span className="font-medium">{humanize(outcome)}:</span> {resolution}{' '}
          <span className="text-ink-soft">
            ({complaint.resolvedByName ?? 'Goodword'}, <DateOnly value={complaint.resolvedAt} />)
          </span>
        </p>
      )}
    </li>
  );
}
