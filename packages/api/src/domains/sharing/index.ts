export {
  type EngagementToShareWith,
  findEngagement,
  listCredentials,
  listEngagementsIn,
} from './sharing.queries.ts';
export {
  allTicks,
  credentialObstacle,
  type DisclosureRules,
  lockOf,
  openScopes,
  type Stage,
} from './sharing.ts';
