import { cache } from 'react';
import { api } from './server.ts';

/** The partner's numbers and what waits for it: once per page, though the frame and the page both need it. */
export const portalHome = cache(async () => (await api()).portal.home());
