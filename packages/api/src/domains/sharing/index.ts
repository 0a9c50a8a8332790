export {
  type EngagementToShareWith,
  findEngagement,
  listCredentials,
  listEngagementsIn,
} from './candidates.queries.ts';
export {
  allTicks,
  credentialObstacle,
  type DisclosureRules,
  lockOf,
  openScopes,
  type Stage,
} from './sharing.ts';
