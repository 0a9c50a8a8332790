export { requireEmpty } from './require-empty.ts';
export { issueSetupLink } from './set-up.ts';
