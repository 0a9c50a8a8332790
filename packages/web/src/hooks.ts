'use client';

import { type SetTableQuery, type TableQuery, toast } from '@goodword/ui';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useTransition } from 'react';
import { trpc } from './trpc.ts';

/** The state of a list, kept in the address: what `DataTable` needs. */
export function useTableQuery(): { query: TableQuery; setQuery: SetTableQuery; pending: boolean } {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const query = useMemo(() => Object.fromEntries(params.entries()), [params]);
  const setQuery = useCallback<SetTableQuery>(
    (patch) => {
      const next = new URLSearchParams(params);
      for (const [key, value] of Object.entries(patch)) {
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
      }
      const search = next.toString();
      startTransition(() => router.replace(search ? `${pathname}?${search}` : pathname, { scroll: false }));
    },
    [params, pathname, router],
  );
  return { query, setQuery, pending };
}

/** After something was done: says so and reads the page anew. */
export function useDone(): (message: string) => void {
  const router = useRouter();
  return useCallback(
    (message) => {
      toast.success(message);
      router.refresh();
    },
    [router],
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
