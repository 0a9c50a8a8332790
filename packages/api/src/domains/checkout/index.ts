export { reservationInput, reserveInput } from './checkout.schema.ts';
export { reserveCredit } from './reserve-credit.ts';
export { commitReservation, releaseReservation } from './settle-reservation.ts';
