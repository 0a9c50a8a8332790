import { Button, ErrorState } from '@goodword/ui';

/** For a link from our mails about an application that was used or has ended. */
export function DeadApplicationLink() {
  return (
    <ErrorState
      title="This link does not work any more"
      what="It was used already, has expired, or is not complete."
      next="Did you confirm before? Then your application is with us. Otherwise begin again: it takes three minutes."
      action={
        <>
          <Button variant="primary" href="/apply">
            Go to the form
          </Button>
          <Button href="/">Go to the start page</Button>
        </>
      }
    />
  );
}
