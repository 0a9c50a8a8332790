import type { Outputs } from '@goodword/api';
import {
  Alert,
  Card,
  cn,
  DateTime,
  DefinitionList,
  DetailLayout,
  LockedField,
  Page,
  PageHeader,
  Phone,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { Check, Circle } from 'lucide-react';
import { referralWords, sourceWords } from '../../lib/words.ts';
import { clientLabel } from './client-label.ts';
import { creditSentence } from './credit-sentence.ts';

type Referral = Outputs['referrals']['mineDetail'];

/** One client this partner referred: how far they have come, and what it earns. */
export function ReferralScreen({ referral }: { referral: Referral }) {
  const name = clientLabel(referral);
  return (
    <Page>
      <PageHeader
        title={name}
        description={`Referred by you as ${referral.partnerTypeName}`}
        breadcrumbs={[{ label: 'My referrals', href: '/referrals' }, { label: name }]}
        status={<StatusBadge status={referral.status} label={referralWords[referral.status]} />}
      />
      {referral.endNote && <Alert tone="info">{referral.endNote}</Alert>}
      <DetailLayout
        main={
          <>
            <WhatYouSent referral={referral} />
            <Credit referral={referral} />
          </>
        }
        aside={<Steps steps={referral.steps} />}
      />
    </Page>
  );
}

function Steps({ steps }: { steps: Referral['steps'] }) {
  return (
    <Card title="Progress">
      <ol aria-label="Progress" className="grid gap-4">
        {steps.map(({ key, label, done, at }) => (
          <li key={key} className="flex items-start gap-3 text-sm">
            {done ? (
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            )}
            <div className="grid gap-0.5">
              <span className={cn(done ? 'font-medium text-ink' : 'text-ink-soft')}>
                {label}
                <span className="sr-only">{done ? ' (done)' : ' (not yet)'}</span>
              </span>
              {at && (
                <span className="text-ink-faint text-xs">
                  <DateTime value={at} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function WhatYouSent({ referral }: { referral: Referral }) {
  const { clientEmail, clientPhone, details, notes } = referral;
  return (
    <Card title="What you sent">
      <DefinitionList
        items={[
          { label: 'Client', value: clientLabel(referral) },
          ...(referral.byLink
            ? []
            : [
                { label: 'E-mail', value: clientEmail },
                { label: 'Phone', value: clientPhone && <Phone value={clientPhone} /> },
              ]),
          { label: 'How they reached you', value: sourceWords[referral.source] },
          ...details,
          ...(notes ? [{ label: 'Note', value: notes }] : []),
          { label: 'Referred', value: <DateTime value={referral.submittedAt} /> },
        ]}
      />
    </Card>
  );
}

function Credit({ referral }: { referral: Referral }) {
  return (
    <Card title="Why was this credited, or not?">
      <div className="grid gap-3">
        <p className="max-w-prose text-pretty text-ink text-sm leading-6">{creditSentence(referral)}</p>
        {!referral.outcomeVisible && referral.endedAt === null && (
          <LockedField
            label="Outcome and deal value"
            reason="The client has not agreed that we tell you how it went, or took it back."
          />
        )}
        <p>
          <TextLink href="/earnings" className="text-sm">
            See your commissions
          </TextLink>
        </p>
      </div>
    </Card>
  );
}
