export { issueSetupLink } from './set-up.ts';
