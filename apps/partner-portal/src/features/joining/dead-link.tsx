import { Button, ErrorState } from '@goodword/ui';
import { PublicFrame } from '../../frame/public-frame.tsx';

/** For an invitation that was used, has expired or is not complete. */
export function DeadLink({ organisation }: { organisation: string }) {
  return (
    <PublicFrame organisation={organisation}>
      <ErrorState
        title="This invitation link does not work any more"
        what="It was used already, has expired, or is not complete."
        next="If you set up your account before, sign in. Otherwise ask the person who invited you for a new link."
        action={
          <>
            <Button variant="primary" href="/sign-in">
              Sign in
            </Button>
            <Button href="/">Go to the start page</Button>
          </>
        }
      />
    </PublicFrame>
  );
}
