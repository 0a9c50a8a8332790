'use client';

import type { Outputs } from '@goodword/api';
import { passkeyNameInput } from '@goodword/api/client';
import {
  Button,
  Card,
  ConfirmDialog,
  DateOnly,
  Dialog,
  FormActions,
  FormError,
  RelativeTime,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { useState } from 'react';
import { ApiForm } from '../api-form.tsx';
import { useDone } from '../hooks.ts';
import { trpc } from '../trpc.ts';
import { useMakePasskey } from './passkey-ceremony.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

type Passkey = Outputs['account']['overview']['passkeys'][number];

function AddPasskey() {
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const done = useDone();
  const finish = () => {
    setOpen(false);
    setCodes([]);
    done('The passkey is in place');
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={codes.length > 0 ? 'Recovery codes' : 'Add a passkey'}
      description={
        codes.length > 0
          ? undefined
          : 'Your device asks for its fingerprint, face or PIN. A security key works too.'
      }
      size="sm"
      trigger={<Button size="sm">Add a passkey</Button>}
    >
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onDone={finish} />
      ) : (
        <NamePasskey
          onCancel={() => setOpen(false)}
          onMade={(made) => (made.length > 0 ? setCodes(made) : finish())}
        />
      )}
    </Dialog>
  );
}

function NamePasskey({ onMade, onCancel }: { onMade: (codes: string[]) => void; onCancel: () => void }) {
  const make = useMakePasskey();
  const form = useZodForm(passkeyNameInput, { name: '' });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async ({ name }) => onMade((await make(name)).recoveryCodes)}
    >
      <FormError />
      <TextField name="name" label="Name" help="To tell it apart later, such as “My phone”." />
      <FormActions>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton>Continue</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const remove = trpc.account.removePasskey.useMutation();
  const done = useDone();
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 text-sm">
      <span className="min-w-0">
        <span className="break-words font-medium text-ink">{passkey.name}</span>
        <span className="block text-[0.8125rem] text-ink-soft">
          Added <DateOnly value={passkey.createdAt} />
          {passkey.lastUsedAt && (
            <>
              , last used <RelativeTime value={passkey.lastUsedAt} />
            </>
          )}
        </span>
      </span>
      <ConfirmDialog
        trigger={
          <Button size="sm" aria-label={`Remove ${passkey.name}`}>
            Remove
          </Button>
        }
        title={`Remove ${passkey.name}?`}
        consequence="It does not sign you in any more. You can add it again later."
        confirmLabel="Remove"
        onConfirm={async () => {
          await remove.mutateAsync({ id: passkey.id });
          done('The passkey is removed');
        }}
      />
    </li>
  );
}

/** Keys on one's own devices for the second step. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  return (
    <Card
      title="Passkeys"
      description="A key on your device for the second step at sign-in. It cannot be typed into a false page."
      actions={<AddPasskey />}
    >
      {passkeys.length > 0 ? (
        <ul className="grid gap-3">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft text-sm">None yet.</p>
      )}
    </Card>
  );
}
