import { Button, ErrorState } from '@goodword/ui';
import type { PublicView } from '@goodword/web/server';
import type { ReactNode } from 'react';
import { publicScreen } from '../trpc/server.ts';

/** What the API answers for a link it does not know, that is used up, too old or not complete. */
const refusals = new Set(['NOT_FOUND', 'BAD_REQUEST']);

function isRefusedLink(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && refusals.has(String(error.code));
}

/** A page behind a link from a message. A link that does not work says so instead of "not found". */
export function linkScreen<Key extends string>(render: (view: PublicView<Key>) => Promise<ReactNode>) {
  return publicScreen<Key>(async (view) => {
    try {
      return await render(view);
    } catch (error) {
      if (!isRefusedLink(error)) throw error;
      const isWhole = error.code === 'NOT_FOUND';
      return (
        <ErrorState
          title="This link does not work"
          what={isWhole ? error.message : 'A part of the link is missing.'}
          next={isWhole ? undefined : 'Open it again from the message, or copy all of it.'}
          action={<Button href="/">Go to the start page</Button>}
        />
      );
    }
  });
}
