'use client';

import type { Outputs } from '@goodword/api';
import type { ShareScope } from '@goodword/api/client';
import { Alert, Card, CheckboxField, FormSection } from '@goodword/ui';

type Context = Outputs['referrals']['readIntake'] | Outputs['referrals']['readLink'];
export type Recipient = Context['recipients'][number];
type Wording = Context['wording'];

export interface ConsentBoxesProps {
  wording: Wording;
  /** Kinds of partner that work where the client looks. */
  recipients: readonly Recipient[];
  partnerName: string;
  /** False as long as nobody knows which kinds of partner there are to choose. */
  regionChosen?: boolean;
  /** False where the client took back before that the partner hears of the outcome. */
  reportOffered?: boolean;
}

/** Each permission is a box of its own, and none is ticked before the client does it. */
export function ConsentBoxes({
  wording,
  recipients,
  partnerName,
  regionChosen = true,
  reportOffered = true,
}: ConsentBoxesProps) {
  return (
    <FormSection title="What we may pass on">
      <p className="text-ink-soft text-sm leading-6">{wording.intake}</p>
      {recipients.map((recipient) => (
        <RecipientBoxes key={recipient.code} recipient={recipient} wording={wording} />
      ))}
      {recipients.length === 0 && (
        <Alert tone="info">
          {regionChosen
            ? 'No kind of partner works in this place yet, so there is nothing to allow. We look after you ourselves.'
            : 'Choose where you are looking first. Then you see which kinds of partner work there.'}
        </Alert>
      )}
      {reportOffered && (
        <Card as="div" className="bg-subtle/40">
          <CheckboxField
            name="reportToReferrer"
            label={wording.reportToReferrer}
            help={`This partner is ${partnerName}.`}
          />
        </Card>
      )}
    </FormSection>
  );
}

function words(wording: Wording, scope: ShareScope): string {
  const texts: Record<ShareScope, string> = {
    contact: wording.shareContact,
    budget: wording.shareBudget,
    requirements: wording.shareRequirements,
  };
  return texts[scope];
}

function RecipientBoxes({ recipient, wording }: { recipient: Recipient; wording: Wording }) {
  return (
    <fieldset className="rounded-card border border-line px-4 pt-1 pb-4">
      <legend className="px-1 font-medium text-ink text-sm">{recipient.name}</legend>
      <p className="mb-3 text-[0.8125rem] text-ink-soft leading-5">{recipient.description}</p>
      <div className="grid gap-2.5">
        {recipient.scopes.map((scope) => (
          <CheckboxField
            key={scope}
            name={`share.${recipient.code}.${scope}`}
            label={words(wording, scope)}
          />
        ))}
      </div>
    </fieldset>
  );
}
