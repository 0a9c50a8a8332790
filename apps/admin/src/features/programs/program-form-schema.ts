import { createProgramInput, type ProgramTerms } from '@goodword/api/client';
import { dayEnd, dayStart } from '@goodword/ui';
import { z } from 'zod';

export type ProgramInput = z.output<typeof createProgramInput>;

/** What the boxes hold: lists as text with commas, days as text, amounts as typed. */
export type ProgramBoxes = Omit<
  z.input<typeof createProgramInput>,
  'jurisdictions' | 'blockedPayers' | 'startsAt' | 'endsAt'
> & {
  jurisdictions: string;
  blockedPayers: string;
  startsAt: string | null;
  endsAt: string | null;
};

export function toList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

function toInput(boxes: unknown, zone: string): unknown {
  const { jurisdictions, blockedPayers, startsAt, endsAt, ...rest } = boxes as ProgramBoxes;
  return {
    ...rest,
    jurisdictions: toList(jurisdictions),
    blockedPayers: toList(blockedPayers),
    startsAt: dayStart(startsAt, zone),
    endsAt: dayEnd(endsAt, zone),
  };
}

/** The API's own rules over what the boxes hold; it runs to the end of its last day in the zone. */
export function programFormSchema(zone: string) {
  return z.preprocess((boxes) => toInput(boxes, zone), createProgramInput) as unknown as z.ZodType<
    ProgramInput,
    ProgramBoxes
  >;
}

const amount = (value: unknown): bigint | null => (typeof value === 'bigint' ? value : null);
const whole = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Half-filled boxes as terms, for the summary that is shown while somebody types. */
export function termsSoFar(boxes: Partial<ProgramBoxes>, zone: string): ProgramTerms {
  return {
    name: boxes.name ?? '',
    status: 'draft',
    currency: boxes.currency || 'USD',
    referrerRewardKind: boxes.referrerRewardKind ?? 'credit',
    referrerAmountMinor: amount(boxes.referrerAmountMinor),
    referrerPercentBps: whole(boxes.referrerPercentBps),
    friendRewardKind: boxes.friendRewardKind ?? 'credit',
    friendAmountMinor: amount(boxes.friendAmountMinor),
    friendPercentBps: whole(boxes.friendPercentBps),
    maxInvitesPerPatient: whole(boxes.maxInvitesPerPatient),
    rewardThreshold: whole(boxes.rewardThreshold) ?? 1,
    inviteExpiryDays: whole(boxes.inviteExpiryDays) ?? 0,
    rewardExpiryDays: whole(boxes.rewardExpiryDays) ?? 0,
    holdDays: whole(boxes.holdDays) ?? 0,
    yearlyCapMinor: amount(boxes.yearlyCapMinor),
    healthProgram: boxes.healthProgram ?? false,
    jurisdictions: toList(boxes.jurisdictions).map((code) => code.toUpperCase()),
    blockedPayers: toList(boxes.blockedPayers),
    reviewerAccountId: null,
    reviewEvidence: null,
    startsAt: dayStart(boxes.startsAt, zone),
    endsAt: dayEnd(boxes.endsAt, zone),
  };
}
