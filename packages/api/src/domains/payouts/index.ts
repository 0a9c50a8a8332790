export { dropFromUnsentPayouts, refuseUnsentPayouts } from './move-payout.ts';
