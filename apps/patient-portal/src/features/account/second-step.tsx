'use client';

import { codeInput } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  ConfirmDialog,
  CopyButton,
  CopyField,
  Dialog,
  FormError,
  QrCode,
  Skeleton,
  SubmitButton,
  TextField,
  toast,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, describeFailure, trpc, useDone } from '@goodword/web';
import { useEffect, useRef, useState } from 'react';
import type { Account } from './types.ts';
import { useConfirmed } from './use-confirmed.tsx';

/** A code from an app beside the password. For patients it is a choice. */
export function SecondStep({ account }: { account: Account }) {
  return (
    <Card
      title="Second step"
      description="With a second step a password alone does not open your account: the app on your phone shows six digits to enter as well. It is your choice."
      actions={account.totpEnabled ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
    >
      {account.totpEnabled ? <IsOn codesLeft={account.recoveryCodesLeft} /> : <TurnOn />}
    </Card>
  );
}

function IsOn({ codesLeft }: { codesLeft: number }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const renew = trpc.account.renewRecoveryCodes.useMutation();
  const turnOff = trpc.account.turnTotpOff.useMutation();
  const { run, dialog } = useConfirmed();
  const done = useDone();
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft text-sm leading-6">
        We ask for a code each time you sign in.{' '}
        {codesLeft === 1 ? 'One recovery code is' : `${codesLeft} recovery codes are`} left for the day you do
        not have your phone.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          loading={renew.isPending}
          onClick={async () => {
            try {
              setCodes((await run(() => renew.mutateAsync())).recoveryCodes);
            } catch (error) {
              toast.error('No new codes were made', { description: describeFailure(error).message });
            }
          }}
        >
          New recovery codes
        </Button>
        <ConfirmDialog
          title="Turn off the second step?"
          consequence="Your password alone opens your account then. Your recovery codes stop working."
          confirmLabel="Turn off"
          trigger={<Button>Turn off</Button>}
          onConfirm={async () => {
            await run(() => turnOff.mutateAsync());
            done('The second step is off');
          }}
        />
      </div>
      {dialog}
      <Dialog
        open={codes !== undefined}
        onOpenChange={() => setCodes(undefined)}
        title="Your new recovery codes"
        size="sm"
      >
        {codes && (
          <RecoveryCodes
            codes={codes}
            onDone={() => {
              setCodes(undefined);
              done('The earlier codes no longer work');
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft text-sm leading-6">
        Each opens your account once when you do not have your phone. Keep them where you keep your passwords:
        we do not show them again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-4 gap-y-1.5 rounded-card border border-line bg-subtle px-4 py-3 font-mono text-ink text-sm"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton value={codes.join('\n')} label="the recovery codes" size="md" />
        <Button variant="primary" onClick={onDone}>
          I have saved them
        </Button>
      </div>
    </div>
  );
}

function TurnOn() {
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const done = useDone();
  const finish = () => {
    setOpen(false);
    setCodes(undefined);
    done('The second step is on');
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (codes ? finish() : setOpen(next))}
      title={codes ? 'The second step is on' : 'Turn on the second step'}
      description={
        codes
          ? undefined
          : 'You need an authenticator app on your phone, such as the one of your password manager.'
      }
      size="sm"
      trigger={<Button variant="primary">Turn on</Button>}
    >
      {codes ? <RecoveryCodes codes={codes} onDone={finish} /> : <Enrolment onDone={setCodes} />}
    </Dialog>
  );
}

/** Shows the secret as a picture and as text, and takes the first code as proof that it arrived. */
function Enrolment({ onDone }: { onDone: (codes: readonly string[]) => void }) {
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
        onSubmit={async (values) => onDone((await finish.mutateAsync(values)).recoveryCodes)}
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
