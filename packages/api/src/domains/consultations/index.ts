export { acceptEvent } from './accept-event.ts';
export { inboundEvent } from './consultations.schema.ts';
