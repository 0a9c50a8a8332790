export { type ApiKeyRow, getApiKey } from './api-keys.queries.ts';
export { authenticateSystem, type SystemKey, type SystemRequest } from './authenticate-system.ts';
export { createApiKey } from './manage-api-keys.ts';
