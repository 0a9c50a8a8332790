'use client';

import type { AppRouter } from '@goodword/api';
import { MOST_CALLS_PER_REQUEST } from '@goodword/api/client';
import { httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError, type TRPCLink } from '@trpc/client';
import { type CreateTRPCReact, createTRPCReact } from '@trpc/react-query';
import { observable } from '@trpc/server/observable';
import superjson from 'superjson';
import { askForConfirmation } from './confirm/confirmation.ts';

/** Typed hooks for what a person does on a page; pages themselves are read on the server. */
export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();

/** An error of the API as screens see it. */
export type ApiError = TRPCClientError<AppRouter>;

export function isApiError(error: unknown): error is ApiError {
  return error instanceof TRPCClientError;
}

/** A request that got no answer says so in words instead of the browser's. */
const plainWords: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (error) =>
          observer.error(error.data ? error : new TRPCClientError(NO_ANSWER, { cause: error })),
      }),
    );

const NO_ANSWER =
  'The server did not answer. Check your connection, then load the page again to see whether it went through.';

/** Where the API wants a second look, the person is asked for the password and the request goes out once more. */
const secondLook: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let request = send(true);
      function send(mayAsk: boolean) {
        return next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (!mayAsk || error.data?.appCode !== 'confirmation_needed') return observer.error(error);
            void askForConfirmation().then((confirmed) => {
              if (confirmed) request = send(false);
              else observer.error(error);
            });
          },
        });
      }
      return () => request.unsubscribe();
    });

export function createTrpcClient() {
  return trpc.createClient({
    links: [
      secondLook,
      plainWords,
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url: '/api/trpc', transformer: superjson }),
        false: httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: MOST_CALLS_PER_REQUEST }),
      }),
    ],
  });
}
