import type { Outputs } from '@goodword/api';
import { StatusBadge, type Tone } from '@goodword/ui';

type Status = Outputs['requests']['mine']['rows'][number]['status'];

/** The states of a request as the person who asked reads them. */
const states: Record<Status, { label: string; tone: Tone }> = {
  pending: { label: 'We are looking', tone: 'warning' },
  matched: { label: 'Somebody found', tone: 'info' },
  intro_sent: { label: 'Introduced', tone: 'info' },
  connected: { label: 'In contact', tone: 'success' },
  closed: { label: 'Done', tone: 'neutral' },
  unfulfilled: { label: 'Nobody found', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

export function RequestStatus({ status }: { status: Status }) {
  const { label, tone } = states[status];
  return <StatusBadge status={status} label={label} tone={tone} />;
}
