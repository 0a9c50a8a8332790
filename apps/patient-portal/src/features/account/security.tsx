'use client';

import { codeInput } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  CopyField,
  DefinitionList,
  Dialog,
  FormError,
  QrCode,
  Skeleton,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, describeFailure, trpc, useDone, useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { LogOut, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

/** How the account is protected, and the way out. */
export function Security({ person }: { person: Person }) {
  const signOut = useSignOut();
  return (
    <>
      <Card
        title="Second step"
        description="With a second step, a password alone does not open your account: the app on your phone shows six digits to enter as well. It is your choice."
        actions={person.totpEnabled ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
      >
        {person.totpEnabled ? (
          <p className="flex items-start gap-2 text-ink-soft text-sm leading-6">
            <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success-ink" />
            We ask for a code from your authenticator app each time you sign in.
          </p>
        ) : (
          <TurnOn />
        )}
      </Card>
      <Card
        title="This account"
        footer={
          <Button icon={<LogOut />} onClick={signOut}>
            Sign out
          </Button>
        }
      >
        <DefinitionList
          items={[
            { label: 'Name', value: person.name },
            { label: 'E-mail', value: <span className="break-all">{person.email}</span> },
          ]}
        />
      </Card>
    </>
  );
}

function TurnOn() {
  const [open, setOpen] = useState(false);
  const done = useDone();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Turn on the second step"
      description="You need an authenticator app on your phone, such as the one of your password manager."
      size="sm"
      trigger={<Button variant="primary">Turn on</Button>}
    >
      <Enrolment
        onDone={() => {
          setOpen(false);
          done('The second step is on');
        }}
      />
    </Dialog>
  );
}

/** Shows the secret as a picture and as text, and takes the first code as proof that it arrived. */
function Enrolment({ onDone }: { onDone: () => void }) {
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
      <p className="text-ink-soft text-sm leading-6">
        Scan the picture with the app, or type the key below it. Then enter the six digits the app shows.
      </p>
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
          className="tracking-[0.3em] tabular-nums"
        />
        <SubmitButton className="w-full">Turn on</SubmitButton>
      </ApiForm>
    </div>
  );
}
