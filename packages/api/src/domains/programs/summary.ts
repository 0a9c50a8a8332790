import { describeMoney, describeRate } from '../../shared/money.ts';
import { plural, withArticle } from '../../shared/words.ts';
import { friendTerms, NO_PAYER, type ProgramTerms, type RewardTerms, referrerTerms } from './program.ts';

/** A reward as a noun, e.g. `USD 50.00 credit`. */
export function describeReward(terms: RewardTerms, currency: string): string {
  if (terms.kind === 'credit') {
    return terms.amountMinor === null
      ? 'credit'
      : `${describeMoney({ amountMinor: terms.amountMinor, currency })} credit`;
  }
  if (terms.kind === 'discount') {
    return terms.percentBps === null ? 'a discount' : `${describeRate(terms.percentBps)} off one order`;
  }
  return 'one free consultation';
}

/**
 * What the inviting patient gets, without a word about what the friend must do in care.
 * @param patientWord what the organisation calls one of those it cares for
 */
export function describeReferrerOffer(program: ProgramTerms, patientWord: string): string {
  const reward = describeReward(referrerTerms(program), program.currency);
  return program.rewardThreshold === 1
    ? `You get ${reward} for each friend who joins and becomes ${withArticle(patientWord)}.`
    : `You get ${reward} for every ${program.rewardThreshold} friends who join and become ${plural(patientWord)}.`;
}

/** What the invited friend gets. */
export function describeFriendOffer(program: ProgramTerms): string {
  return `You get ${describeReward(friendTerms(program), program.currency)} after your first consultation.`;
}

/**
 * The rules of a program in plain sentences, for the people who set it up.
 * @param patientWord what the organisation calls one of those it cares for
 */
export function describeProgram(program: ProgramTerms, patientWord: string): string[] {
  const { currency } = program;
  const one = capital(withArticle(patientWord));
  const lines = [
    program.rewardThreshold === 1
      ? `${one} gets ${describeReward(referrerTerms(program), currency)} for each friend who has a first consultation.`
      : `${one} gets ${describeReward(referrerTerms(program), currency)} for every ${program.rewardThreshold} friends who have a first consultation.`,
    `The friend gets ${describeReward(friendTerms(program), currency)} after that consultation.`,
    program.maxInvitesPerPatient === null
      ? `${one} can invite any number of friends.`
      : `${one} can invite at most ${count(program.maxInvitesPerPatient, 'friend')}.`,
    `An invite stays open for ${count(program.inviteExpiryDays, 'day')}.`,
    program.holdDays === 0
      ? 'A reward can be used at once.'
      : `A reward can be used ${count(program.holdDays, 'day')} after it was earned; until then it can be stopped.`,
    `A reward ends ${count(program.rewardExpiryDays, 'day')} after it became usable.`,
  ];
  if (program.yearlyCapMinor !== null) {
    lines.push(
      `Nobody earns more than ${describeMoney({ amountMinor: program.yearlyCapMinor, currency })} of credit in a calendar year.`,
    );
  }
  if (program.jurisdictions.length > 0) lines.push(`It runs in ${program.jurisdictions.join(', ')}.`);
  const blocked = program.blockedPayers.filter((payer) => payer !== NO_PAYER);
  if (blocked.length > 0)
    lines.push(
      `${capital(plural(patientWord))} of these payers earn nothing and cause nothing: ${blocked.join(', ')}.`,
    );
  if (program.healthProgram)
    lines.push('Nobody learns from a reward or a message what a friend did beyond joining.');
  return lines;
}

/** One invite from start to end, with the numbers of this program. */
export function describeExample(program: ProgramTerms): string {
  const { currency, rewardThreshold, holdDays } = program;
  const referrer = describeReward(referrerTerms(program), currency);
  const friend = describeReward(friendTerms(program), currency);
  const when = holdDays === 0 ? 'the same day' : `${count(holdDays, 'day')} later`;
  const others =
    rewardThreshold === 1
      ? ''
      : ` Once ${rewardThreshold - 1} more of Amal's friends did the same, the set of ${rewardThreshold} is full.`;
  return `Amal shares her link, Ben registers with it and has his first consultation on 1 March. Ben gets ${friend}, usable ${when}.${others} Amal gets ${referrer}, usable ${when}.`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
