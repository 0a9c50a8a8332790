'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Button, Card, DateOnly, DateTime } from '@goodword/ui';

type Partner = Outputs['partners']['get'];

/** What the partner accepted, with a copy of each, and whether it owes us a newer version. */
export function AgreementCard({ partner }: { partner: Partner }) {
  const { acceptances } = partner;
  return (
    <Card title="Agreement">
      <Owed partner={partner} />
      {acceptances.length === 0 ? (
        <p className="text-ink-soft text-sm">Not accepted yet. The partner becomes active when it is.</p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {acceptances.map((one) => (
            <li key={one.agreementId} className="flex items-start justify-between gap-2">
              <span>
                {one.title}, version {one.version}
                <span className="block text-[0.8125rem] text-ink-soft">
                  <DateTime value={one.acceptedAt} /> by {one.acceptedByName}
                </span>
              </span>
              <Button
                size="sm"
                href={`/partners/${partner.id}/agreement/${one.agreementId}`}
                aria-label={`PDF of version ${one.version}`}
                download
              >
                PDF
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Owed({ partner: { status, agreement } }: { partner: Partner }) {
  const { state, version, deadline } = agreement;
  if (state === 'current' || !deadline || (status !== 'active' && status !== 'inactive')) return null;
  return (
    <Alert
      className="mb-4"
      tone={state === 'overdue' ? 'danger' : 'warning'}
      title={`Version ${version} is not accepted`}
    >
      {state === 'overdue' ? (
        <>
          Due since <DateOnly value={deadline} />: no new leads, introductions and referrals until an owner
          accepts it.
        </>
      ) : (
        <>
          Due by <DateOnly value={deadline} />.
        </>
      )}
    </Alert>
  );
}
