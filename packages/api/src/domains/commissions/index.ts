export { listCommissionsOfDeal } from './commission-lists.queries.ts';
export { lockCommissionsOfPayout } from './commissions.queries.ts';
export {
  payCommissionsOf,
  scheduleCommission,
  takePayable,
  unscheduleCommissions,
} from './pay-commissions.ts';
export { takeBackCommissions } from './take-back-commissions.ts';
