'use client';

import { type RefObject, useEffect } from 'react';

const FORWARD = new Set(['ArrowDown', 'j']);
const BACK = new Set(['ArrowUp', 'k']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select, [role="menu"] *')) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

function toggleRow(target: EventTarget | null): boolean {
  const row = target instanceof Element ? target.closest('tr[data-row]') : null;
  const box = row?.querySelector<HTMLInputElement>('[data-row-select]');
  box?.click();
  return Boolean(box);
}

/** Up, down, j and k walk the rows; x selects the one in focus. With nothing in focus, j enters the table. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const here = table.current?.contains(document.activeElement) ?? false;
      const nowhere = document.activeElement === document.body && (event.key === 'j' || event.key === 'k');
      if (!here && !nowhere) return;
      if (event.key === 'x') {
        if (toggleRow(event.target)) event.preventDefault();
        return;
      }
      const step = FORWARD.has(event.key) ? 1 : BACK.has(event.key) ? -1 : 0;
      if (step === 0) return;
      const rows = [...(table.current?.querySelectorAll('tbody tr[data-row]') ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[at === -1 ? 0 : at + step]?.querySelector<HTMLElement>('[data-row-focus]');
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [table]);
}

const INTERACTIVE = 'a, button, input, label, select, textarea, [role="menuitem"]';

/**
 * A click anywhere on a row opens it. This only helps the mouse: the link in the first cell is what keyboards and
 * screen readers use, so the row itself needs no role.
 */
export function useRowClicks(table: RefObject<HTMLElement | null>, navigate: (href: string) => void): void {
  useEffect(() => {
    function onClick(event: MouseEvent) {
      const target = event.target instanceof Element ? event.target : null;
      const href = target?.closest<HTMLElement>('tr[data-href]')?.dataset.href;
      if (!href || !table.current?.contains(target) || target?.closest(INTERACTIVE)) return;
      if (window.getSelection()?.toString()) return;
      if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noreferrer');
      else navigate(href);
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [table, navigate]);
}
