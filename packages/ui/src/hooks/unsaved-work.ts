'use client';

import { useSyncExternalStore } from 'react';

let pages = 0;
const listeners = new Set<() => void>();

/** Notes that something typed is not saved yet; the result takes the note back. */
export function holdUnsavedWork(): () => void {
  pages += 1;
  for (const tell of listeners) tell();
  return () => {
    pages -= 1;
    for (const tell of listeners) tell();
  };
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether anything on the page is typed and not saved: nothing may take it away then. */
export function useHasUnsavedWork(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => pages > 0,
    () => false,
  );
}
