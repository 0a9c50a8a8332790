'use client';

import { openLookInput } from '@goodword/api/client';
import { Alert, Button, FormActions, FormError, SubmitButton, TextareaField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { FormDialog } from '../../lib/form-dialog.tsx';

function AskForm({ id, close }: { id: string; close: () => void }) {
  const open = trpc.looks.open.useMutation();
  const [url, setUrl] = useState<string>();
  const form = useZodForm(openLookInput, { partnerId: id, reason: '' });
  if (url) {
    return (
      <div className="grid gap-4">
        <Alert tone="info">The way in works once, within a minute. It opens in a tab of its own.</Alert>
        <FormActions>
          <Button onClick={close}>Close</Button>
          <Button variant="primary" href={url} target="_blank">
            Open the portal
          </Button>
        </FormActions>
      </div>
    );
  }
  return (
    <ApiForm form={form} onSubmit={async (values) => setUrl((await open.mutateAsync(values)).url)}>
      <FormError />
      <TextareaField
        name="reason"
        label="Reason"
        help="The partner reads it, with your name. Write what you are looking for, and name no client."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Continue</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Sees the portal as the partner does, for half an hour, and changes nothing. */
export function ViewAsPartner({ id, name }: { id: string; name: string }) {
  return (
    <FormDialog
      label="View as partner"
      icon={<Eye />}
      title={`See the portal as ${name}`}
      description="For 30 minutes, read only. What you open is noted, and all people of the partner can read that you looked."
      size="sm"
    >
      {(close) => <AskForm id={id} close={close} />}
    </FormDialog>
  );
}
