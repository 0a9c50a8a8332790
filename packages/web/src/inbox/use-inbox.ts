'use client';

import { toast, useHydrated } from '@goodword/ui';
import { useRouter } from 'next/navigation';
import { trpc } from '../trpc.ts';
import { offerUndo, useTakeUndo } from '../undo.ts';

/** Reading and marking, for the bell and the page alike: what one does the other shows. */
export function useInbox() {
  const router = useRouter();
  const utils = trpc.useUtils();
  const hydrated = useHydrated();
  const takeUndo = useTakeUndo();
  const { data, isError, refetch } = trpc.inbox.overview.useQuery(undefined, { staleTime: 10_000 });
  const follow = async () => {
    await utils.inbox.overview.invalidate();
    if (window.location.pathname === '/notifications') router.refresh();
  };
  const after = {
    onSuccess: follow,
    onError: (error: { message: string }) => {
      toast.error('That could not be marked as read', { description: error.message });
    },
  };
  const one = trpc.inbox.markRead.useMutation(after);
  const all = trpc.inbox.markAllRead.useMutation(after);
  const back = trpc.inbox.takeReadingBack.useMutation({ onSuccess: follow });

  const offerBack = (message: string, readAt: Date | null) => {
    if (readAt) {
      offerUndo(message, { run: () => back.mutateAsync({ readAt }), undone: 'It is unread again' }, takeUndo);
    }
  };
  return {
    // One place may have asked before another is woken up: its first picture has to be the one of the server.
    overview: { data: hydrated ? data : undefined, isError, refetch },
    /** By opening it: nothing to take back. */
    read: (id: string) => one.mutate({ id }),
    markRead: (id: string) =>
      one.mutate({ id }, { onSuccess: ({ readAt }) => offerBack('Marked as read', readAt) }),
    markAllRead: (upTo: Date) =>
      all.mutate(
        { upTo },
        { onSuccess: ({ marked, readAt }) => offerBack(`${marked} marked as read`, readAt) },
      ),
  };
}
