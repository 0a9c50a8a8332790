'use client';

import { type SavedViews, type SetTableQuery, type TableQuery, toast } from '@goodword/ui';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useTransition } from 'react';
import { useSavedViews } from './list-views.tsx';
import { trpc } from './trpc.ts';
import { offerUndo, type Undo, useTakeUndo } from './undo.ts';

export interface TableState {
  query: TableQuery;
  setQuery: SetTableQuery;
  pending: boolean;
  saved?: SavedViews;
}

/** The state of a list, kept in the address: what `DataTable` needs. */
export function useTableQuery(): TableState {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const saved = useSavedViews();
  const query = useMemo(() => Object.fromEntries(params.entries()), [params]);
  const setQuery = useCallback<SetTableQuery>(
    (patch) => {
      const next = new URLSearchParams(params);
      for (const [key, value] of Object.entries(patch)) {
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
      }
      // The bare address opens the default view: asking for everything has to be said.
      if (asksForNothing(next, saved)) next.set('all', '1');
      else next.delete('all');
      const search = next.toString();
      startTransition(() => router.replace(search ? `${pathname}?${search}` : pathname, { scroll: false }));
    },
    [params, pathname, router, saved],
  );
  return { query, setQuery, pending, saved };
}

function asksForNothing(asked: URLSearchParams, saved: SavedViews | undefined): boolean {
  if (!saved?.views.some(({ isDefault }) => isDefault)) return false;
  return [...asked.keys()].every((key) => key === 'all' || key in saved.base);
}

/** After something was done: says so, offers to take it back where it can be, and reads the page anew. */
export function useDone(): (message: string, undo?: Undo) => void {
  const router = useRouter();
  const takeUndo = useTakeUndo();
  return useCallback(
    (message, undo) => {
      if (undo) offerUndo(message, undo, takeUndo);
      else toast.success(message);
      router.refresh();
    },
    [router, takeUndo],
  );
}

/** Ends the session and leaves nothing of it in the page. */
export function useSignOut(): () => void {
  const signOut = trpc.identity.signOut.useMutation();
  return () => {
    signOut.mutate(undefined, {
      onSuccess: () => window.location.assign('/sign-in'),
      onError: (error) => toast.error('You are still signed in', { description: error.message }),
    });
  };
}
