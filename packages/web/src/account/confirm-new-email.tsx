'use client';

import { Alert, AuthCard, Button } from '@goodword/ui';
import { describeFailure } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import type { AuthPageProps } from './forgot-password.tsx';

export interface ConfirmNewEmailProps extends AuthPageProps {
  token: string;
  email: string;
}

/** Makes a new address the one to sign in with. Opening the link alone changes nothing. */
export function ConfirmNewEmail({ app, organisation, token, email }: ConfirmNewEmailProps) {
  const confirm = trpc.account.confirmEmailChange.useMutation();
  return (
    <AuthCard app={app} organisation={organisation} title="Confirm your new address" description={email}>
      {confirm.isSuccess ? (
        <>
          <Alert tone="success" title="Your address is changed">
            Sign in with {email} from now on.
          </Alert>
          <Button variant="primary" href="/">
            Continue
          </Button>
        </>
      ) : (
        <>
          {confirm.error && <Alert tone="danger">{describeFailure(confirm.error).message}</Alert>}
          <Button variant="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ token })}>
            Use this address
          </Button>
        </>
      )}
    </AuthCard>
  );
}
