export { getApiKey } from './api-keys.queries.ts';
export { authenticateSystem, type SystemKey } from './authenticate-system.ts';
export { revokeKeysOfPartner } from './manage-api-keys.ts';
