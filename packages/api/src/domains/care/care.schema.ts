import { touchpointKinds, touchpointMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { currencyField, idField, moneyField, optionalText, reasonField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const touchpointKind = z.enum(touchpointKinds, { error: 'Choose what it is.' });
export const touchpointStatus = z.enum(touchpointMachine.states);

const facts = {
  kind: touchpointKind,
  heldAt: z.date({ error: 'Choose when.' }),
  withWhom: optionalText('With whom', 120),
  note: optionalText('The note', 2000),
  /** What was given, a meal that we pay included. */
  value: z.strictObject({ amountMinor: moneyField, currency: currencyField }).optional(),
};

export const recordTouchpointInput = z
  .strictObject({ partnerId: idField, ...facts, status: z.enum(['planned', 'done']).default('done') })
  .refine(({ kind, value }) => kind !== 'gift' || value !== undefined, {
    path: ['value', 'amountMinor'],
    message: 'Write what the gift is worth.',
  })
  .refine(({ kind, status }) => kind !== 'note' || status === 'done', {
    path: ['kind'],
    message: 'A note cannot be planned. Choose a call or meeting.',
  });

/** The facts as they should stand afterwards: a text that is left out is emptied. */
export const updateTouchpointInput = z
  .strictObject({ id: idField, ...facts })
  .refine(({ kind, value }) => kind !== 'gift' || value !== undefined, {
    path: ['value', 'amountMinor'],
    message: 'Write what the gift is worth.',
  });

export const completeTouchpointInput = z.strictObject({ id: idField, note: optionalText('The note', 2000) });
export const cancelTouchpointInput = z.strictObject({ id: idField, reason: reasonField });
export const touchpointIdInput = z.strictObject({ id: idField });
export const touchpointChanged = z.object({ id: z.string() });

export const touchpointRow = z.object({
  id: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  kind: touchpointKind,
  status: touchpointStatus,
  heldAt: z.date(),
  accountId: z.string(),
  accountName: z.string(),
  withWhom: z.string().nullable(),
  note: z.string().nullable(),
  valueMinor: z.bigint().nullable(),
  currency: z.string().nullable(),
});

export const listTouchpointsInput = z.strictObject({
  ...pageInput,
  partnerId: idField.optional(),
  status: touchpointStatus.optional(),
  kind: touchpointKind.optional(),
  /** Only those of the person who asks. */
  mine: z.boolean().default(false),
});
export const touchpointPage = pageOf(touchpointRow);

export const dueFilter = z.enum(['overdue', 'soon', 'all']);

export const listDueInput = z.strictObject({
  ...pageInput,
  due: dueFilter.default('overdue'),
  partnerTypeCode: z.string().max(60).optional(),
});

export const duePage = pageOf(
  z.object({
    partnerId: z.string(),
    partnerName: z.string(),
    partnerTypes: z.string(),
    cadenceDays: z.number(),
    /** The last contact; null when there was none since the partner became active. */
    lastAt: z.date().nullable(),
    dueAt: z.date(),
    overdue: z.boolean(),
    plannedAt: z.date().nullable(),
  }),
);

export const partnerCareInput = z.strictObject({ partnerId: idField });

export const partnerCareOutput = z.object({
  /** Null when the partner is not active or no type of it has a cadence. */
  cadence: z
    .object({ days: z.number(), lastAt: z.date().nullable(), dueAt: z.date(), overdue: z.boolean() })
    .nullable(),
  year: z.number(),
  /** What may still be given this year, by type. */
  limits: z.array(
    z.object({
      typeName: z.string(),
      currency: z.string(),
      limitMinor: z.bigint().nullable(),
      leftMinor: z.bigint().nullable(),
    }),
  ),
  touchpoints: z.array(touchpointRow),
});

export const careRuleRow = z.object({
  partnerTypeCode: z.string(),
  typeName: z.string(),
  regulated: z.boolean(),
  cadenceDays: z.number().nullable(),
  giftLimitMinor: z.bigint().nullable(),
  currency: z.string(),
});
export const careRuleList = z.array(careRuleRow);

export const setCareRuleInput = z.strictObject({
  partnerTypeCode: z.string().min(1).max(60),
  cadenceDays: z
    .number()
    .int('Write whole days.')
    .min(1, 'Write at least 1 day, or leave it empty.')
    .max(1000, 'Write at most 1000 days.')
    .nullable(),
  giftLimitMinor: z.bigint().min(0n, 'Write 0 to forbid gifts, or leave it empty for no limit.').nullable(),
  currency: currencyField,
});

export const calendarState = z.object({ since: z.date().nullable() });
/** The only time the address is shown. */
export const calendarOpened = z.object({ url: z.string() });
export const calendarSecretInput = z.strictObject({ secret: z.string().regex(/^[0-9a-z]{32}$/) });
export const calendarFile = z.object({ name: z.string(), text: z.string() });
