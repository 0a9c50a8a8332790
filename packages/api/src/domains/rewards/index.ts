export { grantRewards } from './grant-rewards.ts';
export {
  isLotReserved,
  isVoucherReserved,
  lockLot,
  lockReward,
  lockSpendableLots,
  updateLot,
} from './rewards.queries.ts';
