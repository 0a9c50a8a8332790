'use client';

export { GlobalErrorScreen as default } from '@goodword/web';
