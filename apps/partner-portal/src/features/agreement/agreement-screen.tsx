'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Button, Card, DateOnly, DateTime, humanize, Page, PageHeader } from '@goodword/ui';
import { AgreementText } from '@goodword/web';
import { AcceptAgreement } from './accept-agreement.tsx';

type Onboarding = Outputs['onboarding']['state'];

/** The agreement: to read, to accept, and to keep a copy of. */
export function AgreementScreen({ onboarding }: { onboarding: Onboarding }) {
  const { agreement, acceptedAt, partner, acceptances } = onboarding;
  return (
    <Page width="narrow">
      <PageHeader title="Agreement" description={`${agreement.title} · version ${agreement.version}`} />
      <State onboarding={onboarding} />
      <Card title={agreement.title}>
        <AgreementText blocks={agreement.blocks} />
      </Card>
      {!acceptedAt && <AcceptAgreement agreementId={agreement.id} status={partner.status} />}
      {acceptances.length > 0 && <Accepted acceptances={acceptances} />}
    </Page>
  );
}

function State({ onboarding }: { onboarding: Onboarding }) {
  const { agreement, acceptedAt, partner, standing } = onboarding;
  if (acceptedAt) {
    return (
      <Alert tone="success" title="Accepted">
        {partner.name} accepted this version on <DateTime value={acceptedAt} showZone />.
      </Alert>
    );
  }
  if (!standing.works) return null;
  if (standing.blocked) {
    return (
      <Alert tone="danger" title="This version has to be accepted before you go on">
        The time for it is over. Until an owner of your team accepts it, no new leads, referrals and links are
        possible. What you have stays readable, and comes back to work at once.
      </Alert>
    );
  }
  if (standing.state === 'due' && standing.deadline) {
    return (
      <Alert tone="warning" title={`New version ${agreement.version}`}>
        Please read and accept it by <DateTime value={standing.deadline} showZone />. Until then everything
        goes on as before.
      </Alert>
    );
  }
  return (
    <Alert tone="info" title={`Version ${agreement.version} counts from a later day`}>
      It counts from <DateOnly value={agreement.countsFrom} />. You can accept it already; what you accepted
      before counts until then.
    </Alert>
  );
}

function Accepted({ acceptances }: Pick<Onboarding, 'acceptances'>) {
  return (
    <Card title="What you accepted" description="Word for word as it was, for your files.">
      <ul className="grid gap-3">
        {acceptances.map((one) => (
          <li
            key={one.agreementId}
            className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3 text-sm first:border-t-0 first:pt-0"
          >
            <span className="grid gap-0.5">
              <span className="font-medium text-ink">
                {one.title}, version {one.version}
              </span>
              <span className="text-ink-soft">
                {one.acceptedByName} ({humanize(one.acceptedByRole).toLowerCase()}),{' '}
                <DateTime value={one.acceptedAt} />
              </span>
            </span>
            <Button
              size="sm"
              href={`/agreement/copy/${one.agreementId}`}
              aria-label={`PDF of version ${one.version}`}
              download
            >
              PDF
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
