import type { ConsentChoices } from '@goodword/db/schema';
import type { ShareScope } from '@goodword/db/vocabulary';
import { AppError } from '../../../shared/errors.ts';
import { type ConsentKey, isTakenBack, type NewConsent } from '../../consent/index.ts';

/** A kind of partner and the most it may ever get. */
export interface RecipientClass {
  code: string;
  ceiling: readonly string[];
}

/** The referral that a form belongs to: its partner is the one who may be told how it goes. */
export interface FormOf {
  partnerId: string;
  partnerTypeCode: string;
}

const report = (partnerId: string): ConsentKey => ({
  purpose: 'referral_report',
  recipientKind: 'partner',
  recipient: partnerId,
  scope: 'report_to_referrer',
});

const share = (recipientClass: string, scope: ShareScope): ConsentKey => ({
  purpose: 'lead_sharing',
  recipientKind: 'class',
  recipient: recipientClass,
  scope,
});

/** What the ticks of a form are about, one by one. What was not ticked is not among them: silence is no consent. */
export function chosenKeys({ reportToReferrer, shareWith }: ConsentChoices, partnerId: string): ConsentKey[] {
  const shares = shareWith.flatMap(({ recipientClass, scopes }) =>
    [...new Set(scopes)].map((scope) => share(recipientClass, scope)),
  );
  return reportToReferrer ? [report(partnerId), ...shares] : shares;
}

/** @throws `invalid_input` for a kind of partner that we do not have, or more than it may ever get */
export function refuseNotOffered({ shareWith }: ConsentChoices, classes: readonly RecipientClass[]): void {
  for (const { recipientClass, scopes } of shareWith) {
    const known = classes.find(({ code }) => code === recipientClass);
    if (scopes.every((scope) => known?.ceiling.includes(scope))) continue;
    throw new AppError('invalid_input', {
      userMessage: 'One of the choices is not offered any more. Reload the page and choose again.',
    });
  }
}

/** The ticks of a form as lines of the consent log, with the form as their evidence. */
export function consentsFromForm(
  choices: ConsentChoices,
  form: { clientId: string; referralId: string; partnerId: string },
): NewConsent[] {
  return chosenKeys(choices, form.partnerId).map((key) => ({
    ...key,
    clientId: form.clientId,
    decision: 'granted',
    channel: 'web_form',
    evidence: form.referralId,
  }));
}

/** A kind of partner as a form offers it. */
export interface OfferedRecipient {
  code: string;
  scopes: readonly ShareScope[];
}

/**
 * What somebody who filled a form by link is asked when they prove the address: everything the form offered, except
 * what they took back since, with the ticks of the form.
 */
export function choicesToConfirm<R extends OfferedRecipient>(
  ticked: ConsentChoices,
  offered: { recipients: readonly R[]; takenBack: readonly ConsentKey[]; form: FormOf },
) {
  const { takenBack, form } = offered;
  const isOpen = (key: ConsentKey) => !isTakenBack(key, takenBack, form.partnerTypeCode);
  const recipients = offered.recipients
    .map((recipient) => ({
      ...recipient,
      scopes: recipient.scopes.filter((scope) => isOpen(share(recipient.code, scope))),
    }))
    .filter(({ scopes }) => scopes.length > 0);
  const reportOffered = isOpen(report(form.partnerId));
  const scopesOf = (code: string) => recipients.find((recipient) => recipient.code === code)?.scopes ?? [];
  return {
    recipients,
    reportOffered,
    ticked: {
      reportToReferrer: ticked.reportToReferrer && reportOffered,
      shareWith: ticked.shareWith
        .map(({ recipientClass, scopes }) => ({
          recipientClass,
          scopes: scopesOf(recipientClass).filter((scope) => scopes.includes(scope)),
        }))
        .filter(({ scopes }) => scopes.length > 0),
    },
    someTakenBack: chosenKeys(ticked, form.partnerId).some((key) => !isOpen(key)),
  };
}
