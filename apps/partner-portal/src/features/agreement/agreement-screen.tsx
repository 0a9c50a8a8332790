import type { Outputs } from '@goodword/api';
import { Alert, Card, DateTime, Page, PageHeader } from '@goodword/ui';
import { AcceptAgreement } from './accept-agreement.tsx';

/** The agreement in force: to read, and to accept once. */
export function AgreementScreen({ onboarding }: { onboarding: Outputs['onboarding']['state'] }) {
  const { agreement, acceptedAt, partner } = onboarding;
  return (
    <Page width="narrow">
      <PageHeader title="Agreement" description={`${agreement.title} · version ${agreement.version}`} />
      {acceptedAt && (
        <Alert tone="success" title="Accepted">
          {partner.name} accepted this version on <DateTime value={acceptedAt} showZone />.
        </Alert>
      )}
      <Card title={agreement.title}>
        <div className="grid gap-3 text-pretty text-ink text-sm leading-7">
          {paragraphs(agreement.body).map(({ key, text }) => (
            <p key={key} className="whitespace-pre-line">
              {text}
            </p>
          ))}
        </div>
      </Card>
      {!acceptedAt && <AcceptAgreement agreementId={agreement.id} status={partner.status} />}
    </Page>
  );
}

function paragraphs(body: string): { key: string; text: string }[] {
  return body.split(/\n{2,}/).map((text, index) => ({ key: `${index}-${text.slice(0, 12)}`, text }));
}
