export { creditGiven } from './credit-given.queries.ts';
export { type FriendLink, findFriendLink, getFriendLink, listFriendLinks } from './friend-links.queries.ts';
export { giveFriendLinks, shareUrl } from './friend-links.ts';
export {
  friendTerms,
  isRunning,
  type ProgramTerms,
  payerProblem,
  type RewardTerms,
  referrerTerms,
} from './program.ts';
export { getProgram, listActivePrograms, type ProgramRow } from './programs.queries.ts';
export { firstName } from './read-programs.ts';
export { describeFriendOffer, describeReferrerOffer, describeReward } from './summary.ts';
