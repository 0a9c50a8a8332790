'use client';

import { codeInput } from '@goodword/api/client';
import {
  Alert,
  Button,
  CopyField,
  FormActions,
  FormError,
  QrCode,
  Skeleton,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, describeFailure, trpc } from '@goodword/web';
import { useEffect, useRef } from 'react';

export interface EnrolSecondFactorProps {
  onDone: () => void;
  onCancel: () => void;
}

/** Shows the secret as a picture and as text; the first code proves that it arrived. */
export function EnrolSecondFactor({ onDone, onCancel }: EnrolSecondFactorProps) {
  const start = trpc.identity.startTotpEnrolment.useMutation();
  const finish = trpc.identity.finishTotpEnrolment.useMutation();
  const form = useZodForm(codeInput, { code: '' });
  const begun = useRef(false);
  const { mutate } = start;
  useEffect(() => {
    // Once: a second secret would make the first picture worthless.
    if (begun.current) return;
    begun.current = true;
    mutate();
  }, [mutate]);

  if (start.error) {
    return (
      <Alert tone="danger" actions={<Button onClick={() => mutate()}>Try again</Button>}>
        {describeFailure(start.error).message}
      </Alert>
    );
  }
  return (
    <div className="grid gap-5">
      <ol className="grid list-decimal gap-1 pl-5 text-ink-soft text-sm leading-6">
        <li>Open an authenticator app on your phone, such as the one of your password manager.</li>
        <li>Scan the picture, or type the key below it.</li>
        <li>Enter the six digits the app shows.</li>
      </ol>
      {start.data ? (
        <>
          <QrCode
            value={start.data.uri}
            label="Code to scan with your authenticator app"
            size={176}
            downloads={false}
          />
          <CopyField label="Key for typing in" value={start.data.secret} />
        </>
      ) : (
        <Skeleton className="size-44" />
      )}
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          await finish.mutateAsync(values);
          onDone();
        }}
      >
        <FormError />
        <TextField
          name="code"
          label="Code from your app"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
        />
        <FormActions>
          <Button onClick={onCancel}>Cancel</Button>
          <SubmitButton>Turn on</SubmitButton>
        </FormActions>
      </ApiForm>
    </div>
  );
}
