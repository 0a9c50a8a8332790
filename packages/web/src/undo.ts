'use client';

import { toast } from '@goodword/ui';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect } from 'react';

/** How to take back what was just done. */
export interface Undo {
  /** The inverse, through the same rules as anything else; throws when it is no longer possible. */
  run: () => Promise<unknown>;
  /** What the toast says afterwards. */
  undone: string;
}

interface Offer extends Undo {
  id: string | number;
}

/** Long enough to read what happened and to reach for the keys. */
const OFFERED_MS = 10_000;

let offer: Offer | undefined;
let take: ((offered: Offer) => void) | undefined;

/** Says what was done and offers for some seconds to take it back. A newer offer stands in front of an older one. */
export function offerUndo(message: string, undo: Undo, onTake: (offered: Offer) => void): void {
  const forget = () => {
    if (offer?.id === id) offer = undefined;
  };
  const id = toast.success(message, {
    duration: OFFERED_MS,
    action: { label: 'Undo', onClick: () => onTake(made) },
    onDismiss: forget,
    onAutoClose: forget,
  });
  const made: Offer = { ...undo, id };
  offer = made;
  take = onTake;
}

/** Takes back what was done, once. */
export function useTakeUndo(): (offered: Offer) => void {
  const router = useRouter();
  return useCallback(
    (offered) => {
      if (offer?.id === offered.id) offer = undefined;
      toast.dismiss(offered.id);
      offered.run().then(
        () => {
          toast.success(offered.undone);
          router.refresh();
        },
        (error: unknown) => {
          const why = error instanceof Error && error.message ? error.message : undefined;
          toast.error('This could not be undone', { description: why });
          router.refresh();
        },
      );
    },
    [router],
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Ctrl or ⌘ with Z takes back what was offered last, except where it undoes typing. */
export function useUndoKey(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const asks =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'z';
      if (!asks || isTyping(event.target) || !offer || !take) return;
      event.preventDefault();
      take(offer);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
