'use client';

export { ErrorScreen as default } from '@goodword/web';
