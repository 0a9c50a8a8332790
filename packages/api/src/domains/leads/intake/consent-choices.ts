import type { ShareScope } from '@goodword/db/vocabulary';
import { AppError } from '../../../shared/errors.ts';
import type { NewConsent } from '../../consent/index.ts';

/** The choices a client made on a form. */
export interface ConsentChoices {
  reportToReferrer: boolean;
  shareWith: readonly { recipientClass: string; scopes: readonly ShareScope[] }[];
}

/** A kind of partner and the most it may ever get. */
export interface RecipientClass {
  code: string;
  ceiling: readonly string[];
}

/**
 * Turns the ticks of a form into lines of the consent log. What was not ticked leaves no line: silence is no consent,
 * and no withdrawal of what the client allowed elsewhere.
 * @throws `invalid_input` for a kind of partner that we do not have, or more than it may ever get
 */
export function consentsFromForm(
  choices: ConsentChoices,
  form: { clientId: string; referralId: string; partnerId: string; classes: readonly RecipientClass[] },
): NewConsent[] {
  const common = {
    clientId: form.clientId,
    decision: 'granted',
    channel: 'web_form',
    evidence: form.referralId,
  } as const;
  const report: NewConsent = {
    ...common,
    purpose: 'referral_report',
    recipientKind: 'partner',
    recipient: form.partnerId,
    scope: 'report_to_referrer',
  };
  const shares = choices.shareWith.flatMap(({ recipientClass, scopes }) => {
    const known = form.classes.find(({ code }) => code === recipientClass);
    return [...new Set(scopes)].map((scope): NewConsent => {
      if (!known?.ceiling.includes(scope)) throw notOffered();
      return { ...common, purpose: 'lead_sharing', recipientKind: 'class', recipient: recipientClass, scope };
    });
  });
  return choices.reportToReferrer ? [report, ...shares] : shares;
}

function notOffered(): AppError {
  return new AppError('invalid_input', {
    userMessage: 'One of the choices is not offered any more. Reload the page and choose again.',
  });
}
