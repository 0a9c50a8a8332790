'use client';

import { codeInput } from '@goodword/api/client';
import {
  Alert,
  Button,
  CopyField,
  FormError,
  QrCode,
  Skeleton,
  SubmitButton,
  useZodForm,
} from '@goodword/ui';
import { useEffect, useRef, useState } from 'react';
import { RecoveryCodes } from '../account/recovery-codes.tsx';
import { ApiForm, describeFailure } from '../api-form.tsx';
import { trpc } from '../trpc.ts';
import { CodeField } from './code-step.tsx';

/** Shows the secret as a picture and as text, and takes the first code as proof that it arrived. */
export function EnrolmentStep({ onDone }: { onDone: () => void }) {
  const start = trpc.identity.startTotpEnrolment.useMutation();
  const finish = trpc.identity.finishTotpEnrolment.useMutation();
  const form = useZodForm(codeInput, { code: '' });
  const [codes, setCodes] = useState<readonly string[]>();
  const begun = useRef(false);
  const { mutate } = start;
  useEffect(() => {
    // Once: a second secret would make the first picture worthless.
    if (begun.current) return;
    begun.current = true;
    mutate();
  }, [mutate]);

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (start.error) {
    return (
      <Alert tone="danger" actions={<Button onClick={() => mutate()}>Try again</Button>}>
        {describeFailure(start.error).message}
      </Alert>
    );
  }
  return (
    <>
      <ol className="grid list-decimal gap-1 pl-5 text-ink-soft text-sm leading-6">
        <li>Open an authenticator app on your phone, such as the one of your password manager.</li>
        <li>Scan the picture, or type the key below it.</li>
        <li>Enter the six digits the app shows.</li>
      </ol>
      {start.data ? (
        <>
          <div className="flex justify-center">
            <QrCode
              value={start.data.uri}
              label="Code to scan with your authenticator app"
              size={176}
              downloads={false}
            />
          </div>
          <CopyField label="Key for typing in" value={start.data.secret} />
        </>
      ) : (
        <Skeleton className="mx-auto size-44" />
      )}
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          setCodes((await finish.mutateAsync(values)).recoveryCodes);
        }}
      >
        <FormError />
        <CodeField />
        <SubmitButton className="w-full">Turn on and continue</SubmitButton>
      </ApiForm>
    </>
  );
}
