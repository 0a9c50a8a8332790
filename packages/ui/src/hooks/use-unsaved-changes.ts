'use client';

import { useEffect } from 'react';
import { holdUnsavedWork } from './unsaved-work.ts';

export const UNSAVED_QUESTION = 'You have unsaved changes. Leave without saving?';

function leavesThePage(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download'))
    return false;
  const to = new URL(link.href, window.location.href);
  return to.pathname !== window.location.pathname || to.search !== window.location.search;
}

/**
 * Asks before unsaved work is lost, by reload, closed tab or a link on the page.
 * Links need their own listener because a router changes the page without unloading it.
 */
export function useUnsavedChanges(when: boolean): void {
  useEffect(() => {
    if (!when) return;
    const release = holdUnsavedWork();
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (!leavesThePage(event) || window.confirm(UNSAVED_QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      release();
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [when]);
}
