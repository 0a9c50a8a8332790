'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isConfirmationWanted, subscribeToConfirmation } from './confirmation.ts';

const IdentityDialog = lazy(() => import('./identity-dialog.tsx'));

/**
 * Asks for the password when the API wants a second look before a sensitive act; the act then goes on by itself.
 * Stands once in the page, and is fetched when it is needed.
 */
export function ConfirmIdentity() {
  const wanted = useSyncExternalStore(subscribeToConfirmation, isConfirmationWanted, () => false);
  return <Suspense>{wanted && <IdentityDialog />}</Suspense>;
}
