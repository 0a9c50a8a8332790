'use client';

import { toast, useHydrated } from '@goodword/ui';
import { useRouter } from 'next/navigation';
import { trpc } from '../trpc.ts';

/** Reading and marking, for the bell and the page alike: what one does the other shows. */
export function useInbox() {
  const router = useRouter();
  const utils = trpc.useUtils();
  const hydrated = useHydrated();
  const { data, isError, refetch } = trpc.inbox.overview.useQuery(undefined, { staleTime: 10_000 });
  const after = {
    onSuccess: async () => {
      await utils.inbox.overview.invalidate();
      if (window.location.pathname === '/notifications') router.refresh();
    },
    onError: (error: { message: string }) => {
      toast.error('That could not be marked as read', { description: error.message });
    },
  };
  const markRead = trpc.inbox.markRead.useMutation(after);
  const markAllRead = trpc.inbox.markAllRead.useMutation(after);
  return {
    // One place may have asked before another is woken up: its first picture has to be the one of the server.
    overview: { data: hydrated ? data : undefined, isError, refetch },
    markRead: (id: string) => markRead.mutate({ id }),
    markAllRead: (upTo: Date) => markAllRead.mutate({ upTo }),
  };
}
