'use client';

import type { LiveTopic } from '@goodword/api/client';
import { Button, useUi } from '@goodword/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { leave, untilActsEnd } from '../leave.ts';
import { trpc } from '../trpc.ts';
import { type Heard, type OpenStream, shareStream } from './one-stream.ts';
import { useRefresh } from './use-refresh.ts';

/** What the pages at and below an address show. */
export interface LivePage {
  path: string;
  topics: readonly LiveTopic[] | 'all';
}

function isAbout(pages: readonly LivePage[], pathname: string, topic: LiveTopic): boolean {
  const page = pages
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0);
  return page !== undefined && (page.topics === 'all' || page.topics.includes(topic));
}

function useOpenStream(): OpenStream {
  const { client } = trpc.useUtils();
  return (from, { heard, ended }) => {
    const subscription = client.live.changes.subscribe(
      { lastEventId: from },
      {
        onData: ({ id, data }) => heard({ id, message: data }),
        onError: ended,
        onComplete: ended,
      },
    );
    return () => subscription.unsubscribe();
  };
}

async function leaveIfSignedOut(askWhoIsIn: () => Promise<{ secondFactor: string } | null>): Promise<void> {
  const me = await askWhoIsIn().catch(() => undefined);
  // Not known while nothing answers; the stream connects again and says it anew.
  if (me === null || (me && me.secondFactor !== 'done')) leave();
}

/** Keeps the open page and the bell as they are on the server, without losing what somebody is typing. */
export function Live({ pages }: { pages: readonly LivePage[] }) {
  const { pathname } = useUi();
  const { request, waits, show, isAway } = useRefresh();
  const queries = useQueryClient();
  const utils = trpc.useUtils();
  const open = useOpenStream();

  const onHeard = ({ message }: Heard) => {
    switch (message.kind) {
      case 'ready':
        return;
      case 'session_ended':
        // A new session may have taken the place of the one the stream was opened with, as after a second factor was
        // added: only an answer to the cookie of now says whether somebody has to sign in.
        return void untilActsEnd(queries).then(() =>
          leaveIfSignedOut(() => utils.identity.me.fetch(undefined, { staleTime: 0 })),
        );
      case 'all_changed':
        if (!isAway()) void queries.invalidateQueries();
        return request();
      case 'changed': {
        const { topic } = message;
        if (topic === 'inbox' && !isAway()) void utils.inbox.overview.invalidate();
        if (!isAbout(pages, pathname, topic)) return;
        return request();
      }
    }
  };

  // The stream outlives pages: it always meets what counts on the one that is open.
  const current = useRef({ open, onHeard });
  useEffect(() => {
    current.current = { open, onHeard };
  });
  useEffect(
    () =>
      shareStream(
        (from, on) => current.current.open(from, on),
        (heard) => current.current.onHeard(heard),
      ),
    [],
  );

  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4">
      {waits && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-full border border-line bg-surface py-1.5 pr-1.5 pl-4 text-ink text-sm shadow-pop">
          There is news on this page.
          <Button size="sm" onClick={show}>
            Show it
          </Button>
        </div>
      )}
    </div>
  );
}
