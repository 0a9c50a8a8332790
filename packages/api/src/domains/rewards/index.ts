export { grantRewards } from './grant-rewards.ts';
export {
  type CreditLotRow,
  isLotReserved,
  isVoucherReserved,
  lockLot,
  lockReward,
  lockSpendableLots,
  type RewardRow,
  updateLot,
} from './rewards.queries.ts';
