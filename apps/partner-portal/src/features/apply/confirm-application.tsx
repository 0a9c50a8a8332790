'use client';

import { Alert, AuthCard, Button, CopyField } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';

export interface ConfirmApplicationProps {
  organisation: string;
  token: string;
  companyName: string;
  email: string;
}

/** Confirms that the mailbox is the applicant's. Opening the link alone changes nothing. */
export function ConfirmApplication({ organisation, token, companyName, email }: ConfirmApplicationProps) {
  const confirm = trpc.applications.confirm.useMutation();
  if (confirm.isSuccess) {
    return (
      <AuthCard
        app="partner"
        organisation={organisation}
        title="Your application is with us"
        description={`A person at ${organisation} reads it, and you hear from us at ${email}.`}
      >
        <CopyField
          label="Your reference"
          value={confirm.data.reference}
          help="Quote it when you write to us about this application."
        />
        <Button href="/">Back to the start page</Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard
      app="partner"
      organisation={organisation}
      title="Send your application"
      description={`For ${companyName}. We answer to ${email}.`}
    >
      {confirm.error && <Alert tone="danger">{describeFailure(confirm.error).message}</Alert>}
      <Button variant="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ token })}>
        Confirm and send
      </Button>
    </AuthCard>
  );
}
