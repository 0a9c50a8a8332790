import { StatusBadge } from '@goodword/ui';
import { type RequestRow, requestStates } from './words.ts';

export function RequestStatus({ status }: { status: RequestRow['status'] }) {
  const { label, tone } = requestStates[status];
  return <StatusBadge status={status} label={label} tone={tone} />;
}
