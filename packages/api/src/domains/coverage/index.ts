export { isAvailable } from './is-available.ts';
