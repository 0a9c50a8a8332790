import type { CredentialStatus } from '@goodword/api/client';
import { Badge, type BadgeProps } from '@goodword/ui';

const badges: Record<CredentialStatus, { label: string; tone: BadgeProps['tone'] }> = {
  waiting: { label: 'To check', tone: 'warning' },
  verified: { label: 'Verified', tone: 'success' },
  expiring: { label: 'Ends soon', tone: 'warning' },
  expired: { label: 'Expired', tone: 'danger' },
  refused: { label: 'Refused', tone: 'danger' },
  superseded: { label: 'Renewed', tone: 'neutral' },
};

/** The state of a credential. */
export function CredentialBadge({ status }: { status: CredentialStatus }) {
  return <Badge tone={badges[status].tone}>{badges[status].label}</Badge>;
}
