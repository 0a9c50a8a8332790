import { programMachine, rewardKinds } from '@goodword/db/vocabulary';
import { z } from 'zod';
import {
  currencyField,
  idField,
  moneyField,
  optionalText,
  reasonField,
  textField,
} from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { FRIEND_CODE_PATTERN, programTypes } from './program.ts';

export const programStatus = z.enum(programMachine.states);
export const programType = z.enum(programTypes);
export const friendCodeField = z
  .string()
  .regex(FRIEND_CODE_PATTERN, 'This link is not complete. Ask your friend to send it again.');

const percentField = z
  .number()
  .int()
  .min(1, 'Write a discount above zero.')
  .max(10_000, 'A discount can be at most 100 %.');
const daysField = (label: string, min: number, max: number) =>
  z.number().int().min(min, `${label}: at least ${min}.`).max(max, `${label}: at most ${max}.`);
const payerField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_ -]{0,39}$/, 'Write a short payer name, such as medicare.');
const jurisdictionField = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'Write a country or state code, such as AE or US-CA.');

const programFields = {
  name: textField('A name', 120),
  description: textField('A description', 600),
  programType: programType,
  currency: currencyField,
  referrerRewardKind: z.enum(rewardKinds),
  referrerAmountMinor: moneyField.nullish(),
  referrerPercentBps: percentField.nullish(),
  friendRewardKind: z.enum(rewardKinds),
  friendAmountMinor: moneyField.nullish(),
  friendPercentBps: percentField.nullish(),
  /** Most friends one patient may invite; null for no limit. */
  maxInvitesPerPatient: z.number().int().min(1).max(10_000).nullish(),
  rewardThreshold: daysField('Friends needed for one reward', 1, 100),
  inviteExpiryDays: daysField('Days an invite stays open', 1, 730),
  rewardExpiryDays: daysField('Days a reward can be used', 1, 1825),
  holdDays: daysField('Waiting days', 0, 180),
  yearlyCapMinor: moneyField.nullish(),
  healthProgram: z.boolean(),
  /** Countries or states the program runs in. */
  jurisdictions: z.array(jurisdictionField).max(100),
  /** Payers whose patients earn nothing; `none` states that nobody is excluded. */
  blockedPayers: z.array(payerField).max(50),
  startsAt: z.date().nullish(),
  endsAt: z.date().nullish(),
};

type RewardInput = {
  referrerRewardKind: string;
  referrerAmountMinor?: bigint | null;
  referrerPercentBps?: number | null;
  friendRewardKind: string;
  friendAmountMinor?: bigint | null;
  friendPercentBps?: number | null;
  startsAt?: Date | null;
  endsAt?: Date | null;
};

/** A credit needs its amount, a discount its percentage, and the end follows the start. */
function checkRewards(program: RewardInput, ctx: z.RefinementCtx): void {
  for (const side of ['referrer', 'friend'] as const) {
    const kind = program[`${side}RewardKind`];
    if (kind === 'credit' && !program[`${side}AmountMinor`]) {
      ctx.addIssue({
        code: 'custom',
        path: [`${side}AmountMinor`],
        message: 'Write the amount of the credit.',
      });
    }
    if (kind === 'discount' && !program[`${side}PercentBps`]) {
      ctx.addIssue({ code: 'custom', path: [`${side}PercentBps`], message: 'Write the discount.' });
    }
  }
  if (program.startsAt && program.endsAt && program.endsAt <= program.startsAt) {
    ctx.addIssue({ code: 'custom', path: ['endsAt'], message: 'The end must come after the start.' });
  }
}

export const createProgramInput = z.strictObject(programFields).superRefine(checkRewards);
export const updateProgramInput = z.strictObject({ id: idField, ...programFields }).superRefine(checkRewards);

export const getProgramInput = z.strictObject({ id: idField });

export const listProgramsInput = z.strictObject({
  ...pageInput,
  status: programStatus.optional(),
  search: optionalText('The search', 120),
});

export const reviewProgramInput = z.strictObject({
  id: idField,
  /** What was checked and where it is written down. */
  evidence: textField('What was reviewed', 1000),
});

export const changeProgramStatusInput = z.strictObject({
  id: idField,
  to: z.enum(['active', 'paused', 'ended']),
  reason: reasonField.optional(),
});

export const programSummary = z.object({
  id: z.string(),
  name: z.string(),
  programType,
  status: programStatus,
  currency: z.string(),
  /** What each side gets, in words. */
  referrerReward: z.string(),
  friendReward: z.string(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  createdAt: z.date(),
  joined: z.number(),
  converted: z.number(),
});

export const programPage = pageOf(programSummary);

/** One thing that must be true before a program goes live. */
export const programCheck = z.object({ key: z.string(), label: z.string(), done: z.boolean() });

export const programDetail = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  programType,
  status: programStatus,
  currency: z.string(),
  referrerRewardKind: z.enum(rewardKinds),
  referrerAmountMinor: z.bigint().nullable(),
  referrerPercentBps: z.number().nullable(),
  friendRewardKind: z.enum(rewardKinds),
  friendAmountMinor: z.bigint().nullable(),
  friendPercentBps: z.number().nullable(),
  maxInvitesPerPatient: z.number().nullable(),
  rewardThreshold: z.number(),
  inviteExpiryDays: z.number(),
  rewardExpiryDays: z.number(),
  holdDays: z.number(),
  yearlyCapMinor: z.bigint().nullable(),
  healthProgram: z.boolean(),
  jurisdictions: z.array(z.string()),
  blockedPayers: z.array(z.string()),
  reviewerName: z.string().nullable(),
  reviewEvidence: z.string().nullable(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  createdAt: z.date(),
  createdByName: z.string(),
  /** The rules in plain sentences. */
  summary: z.array(z.string()),
  workedExample: z.string(),
  checks: z.array(programCheck),
  /** States the program may move to now. */
  moves: z.array(programStatus),
  funnel: z.object({
    links: z.number(),
    clicks: z.number(),
    invited: z.number(),
    joined: z.number(),
    converted: z.number(),
    rewards: z.number(),
    creditMinor: z.bigint(),
  }),
});

/** A running program as a patient sees it. */
export const patientProgram = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** What the patient gets and what the friend gets, in words. */
  referrerOffer: z.string(),
  friendOffer: z.string(),
  endsAt: z.date().nullable(),
});

export const patientPrograms = z.array(patientProgram);

export const offerInput = z.strictObject({ code: friendCodeField });

/** What stands on a friend's landing page. Nothing about the referrer but the first name. */
export const offerOutput = z.object({
  organisationName: z.string(),
  programName: z.string(),
  description: z.string(),
  friendOffer: z.string(),
  referrerFirstName: z.string(),
  /** False when the program is paused or over: the friend can still register, without an offer. */
  running: z.boolean(),
});

export const createdProgram = z.object({ id: z.string() });
