export { dropFromUnsentPayouts } from './move-payout.ts';
