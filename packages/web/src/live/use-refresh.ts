'use client';

import { useHasUnsavedWork } from '@goodword/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { untilActsEnd } from '../leave.ts';

/** Several changes at once are shown once. */
const GATHER_MS = 300;
/** Whoever did nothing for so long is not there: reading for nobody would keep the session alive. */
const AWAY_MS = 5 * 60_000;

const field =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

/** Somebody is in the middle of something that a page read anew could disturb. */
function isBusy(): boolean {
  return (
    document.activeElement?.matches(field) === true ||
    document.querySelector('[role=dialog] :is(input, textarea, select), [role=alertdialog]') !== null
  );
}

/**
 * Reads the page anew when it is asked to, but neither while somebody types or has something unsaved, nor while nobody
 * is there: then it waits for a better moment.
 * @returns `request`, whether a change waits, and `show` for who wants it now
 */
export function useRefresh() {
  const router = useRouter();
  const queries = useQueryClient();
  const unsaved = useHasUnsavedWork();
  const [waits, setWaits] = useState(false);
  const wanted = useRef(false);
  const lastInput = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(() => {
    wanted.current = false;
    setWaits(false);
    router.refresh();
  }, [router]);

  const attempt = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      // Not with a cookie that the answer to what is being done may replace.
      await untilActsEnd(queries);
      if (!wanted.current || document.visibilityState === 'hidden') return;
      if (Date.now() - lastInput.current > AWAY_MS) return;
      if (unsaved || isBusy()) setWaits(true);
      else show();
    }, GATHER_MS);
  }, [unsaved, show, queries]);

  useEffect(() => {
    lastInput.current = Date.now();
    const noteInput = () => {
      const wasAway = Date.now() - lastInput.current > AWAY_MS;
      lastInput.current = Date.now();
      if (wasAway) attempt();
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, noteInput, { passive: true });
    document.addEventListener('visibilitychange', attempt);
    document.addEventListener('focusout', attempt);
    // What was held back by something unsaved is shown once that is saved.
    attempt();
    return () => {
      clearTimeout(timer.current);
      for (const name of events) window.removeEventListener(name, noteInput);
      document.removeEventListener('visibilitychange', attempt);
      document.removeEventListener('focusout', attempt);
    };
  }, [attempt]);

  const request = useCallback(() => {
    wanted.current = true;
    attempt();
  }, [attempt]);
  const isAway = useCallback(() => Date.now() - lastInput.current > AWAY_MS, []);
  return { request, waits, show, isAway };
}
