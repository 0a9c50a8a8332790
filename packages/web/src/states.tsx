'use client';

import { Button, ErrorState, Page, Skeleton, SkeletonTable } from '@goodword/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

export type RefusalProps =
  | { kind: 'forbidden'; what: string }
  | { kind: 'address'; homePath?: string }
  | { kind: 'later'; what: string };

/** A page that the API refused, in words. */
export function Refusal(props: RefusalProps) {
  const router = useRouter();
  switch (props.kind) {
    case 'forbidden':
      return (
        <ErrorState
          code={403}
          title="You cannot open this page"
          what={props.what}
          action={<Button href="/">Go to the start page</Button>}
        />
      );
    case 'address':
      return (
        <ErrorState
          title="This address is not complete"
          what="A filter or an id in the address is not one we know."
          next="Open the page without filters and choose again."
          action={
            <Button variant="primary" href={props.homePath ?? '/'}>
              Open without filters
            </Button>
          }
        />
      );
    case 'later':
      return (
        <ErrorState title="Not available right now" what={props.what} onRetry={() => router.refresh()} />
      );
  }
}

export interface ErrorScreenProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** For `error.tsx`: says that it was us, offers another try and the reference to quote. */
export function ErrorScreen({ error, reset }: ErrorScreenProps) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (
    <ErrorState
      what="The page could not be put together. This is our mistake, and nothing you entered before is lost."
      next="Try again. If it happens once more, tell your administrator the reference below."
      referenceId={error.digest}
      onRetry={() =>
        startTransition(() => {
          router.refresh();
          reset();
        })
      }
      action={<Button href="/">Go to the start page</Button>}
    />
  );
}

/** For `global-error.tsx`, when not even the frame could be drawn: no part of the kit may be needed here. */
export function GlobalErrorScreen({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    document.title = 'Something went wrong';
  }, []);
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '15vh auto',
          maxWidth: '34rem',
          padding: '0 1rem',
        }}
      >
        <h1 style={{ fontSize: '1.25rem' }}>Something went wrong</h1>
        <p>The page could not be put together. This is our mistake. Load the page again in a moment.</p>
        {error.digest && (
          <p>
            Reference to quote when you ask for help: <code>{error.digest}</code>
          </p>
        )}
      </body>
    </html>
  );
}

/** For `not-found.tsx`. */
export function NotFoundScreen() {
  return (
    <ErrorState
      code={404}
      title="There is nothing here"
      what="The address is wrong, or what was here is gone or not yours to see."
      next="Check the address, or start from the first page."
      action={
        <Button variant="primary" href="/">
          Go to the start page
        </Button>
      }
    />
  );
}

/** For `not-found.tsx` beside a page that a link from a mail opens. */
export function DeadLinkScreen() {
  return (
    <ErrorState
      title="This link does not work any more"
      what="It was used already, has expired, or is not complete."
      next="Ask for a new one, or sign in if you are set up already."
      action={
        <>
          <Button variant="primary" href="/sign-in">
            Sign in
          </Button>
          <Button href="/forgot">Set a new password</Button>
        </>
      }
    />
  );
}

/** For `loading.tsx`: the shape of a page with a heading and a table. */
export function LoadingScreen() {
  return (
    <Page>
      <div className="grid gap-2" role="status" aria-label="Loading">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      <SkeletonTable rows={8} columns={5} />
    </Page>
  );
}
