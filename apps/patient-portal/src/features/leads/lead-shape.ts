import {
  budgetInOrder,
  budgetOrderIssue,
  leadFields,
  type ShareScope,
  shareScopes,
  submitByLinkInput,
} from '@goodword/api/client';
import { z } from 'zod';

const { name, email, phone } = submitByLinkInput.shape;

const money = leadFields.budgetMinMinor.unwrap();

/** An empty box of a form holds '' or null where the API takes nothing at all. */
const optionalMoney = z
  .union([money, z.null()], { error: 'Write an amount above zero.' })
  .transform((amount) => amount ?? undefined);
const optionalPhone = z.union([z.literal('').transform(() => undefined), phone.unwrap()]);

const wishes = z
  .string()
  .transform((text) =>
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  )
  .pipe(
    z.array(z.string().max(40, 'Keep each wish under 40 characters.')).max(20, 'Name at most 20 wishes.'),
  );

const consentFields = {
  reportToReferrer: z.boolean(),
  /** By kind of partner and part. What is not here was not allowed. */
  share: z.record(z.string(), z.partialRecord(z.enum(shareScopes), z.boolean().optional())),
};

/** The consent boxes alone, for somebody who filled the form before. */
export const consentShape = z.object(consentFields);

const fields = {
  name,
  phone: optionalPhone,
  region: leadFields.region,
  currency: leadFields.currency,
  budgetMinMinor: optionalMoney,
  budgetMaxMinor: optionalMoney,
  financing: leadFields.financing,
  propertyType: leadFields.propertyType,
  place: leadFields.place,
  size: leadFields.size,
  amenities: wishes,
  moveIn: leadFields.moveIn,
  serviceNeeded: leadFields.serviceNeeded,
  message: leadFields.message,
  ...consentFields,
};

/** What the form of a client holds whose address we know. */
export const intakeShape = z.object(fields).refine(budgetInOrder, budgetOrderIssue);

/** The same for somebody new. */
export const startShape = z.object({ ...fields, email }).refine(budgetInOrder, budgetOrderIssue);

export type IntakeAnswers = z.output<typeof intakeShape>;

/** Nothing chosen, nothing allowed. */
export const noConsents = { reportToReferrer: false, share: {} };

export const noAnswers = {
  phone: '',
  region: '',
  budgetMinMinor: null,
  budgetMaxMinor: null,
  financing: '',
  propertyType: '',
  place: '',
  size: '',
  amenities: '',
  moveIn: '',
  serviceNeeded: '',
  message: '',
  ...noConsents,
};

interface Recipient {
  code: string;
  scopes: readonly ShareScope[];
}

/** The answers as the API takes them. */
export function toLead<Answers extends IntakeAnswers>(answers: Answers, shown: readonly Recipient[]) {
  const { reportToReferrer, share, ...lead } = answers;
  return { ...lead, consents: toConsents({ reportToReferrer, share }, shown) };
}

/**
 * The boxes as the API takes them. Only kinds of partner that were on the page when it was sent count: a box ticked for
 * one place is not a permission for another.
 */
export function toConsents(
  { reportToReferrer, share }: z.output<typeof consentShape>,
  shown: readonly Recipient[],
) {
  const shareWith = shown
    .map(({ code, scopes }) => ({
      recipientClass: code,
      scopes: scopes.filter((scope) => share[code]?.[scope] === true),
    }))
    .filter(({ scopes }) => scopes.length > 0);
  return { reportToReferrer, shareWith };
}

/** The boxes as they were ticked on a form before. */
export function boxesOf(
  ticked: ReturnType<typeof toConsents>,
  shown: readonly Recipient[],
): z.input<typeof consentShape> {
  const scopesFor = (code: string) =>
    ticked.shareWith.find(({ recipientClass }) => recipientClass === code)?.scopes ?? [];
  return {
    reportToReferrer: ticked.reportToReferrer,
    share: Object.fromEntries(
      shown.map(({ code, scopes }) => [
        code,
        Object.fromEntries(scopes.map((scope) => [scope, scopesFor(code).includes(scope)])),
      ]),
    ),
  };
}
