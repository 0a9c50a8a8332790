export { credentialObstacle, type Disclosure, lockOf, openScopes, type Stage } from './sharing.ts';
