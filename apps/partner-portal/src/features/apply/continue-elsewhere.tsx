'use client';

import { mailDraftInput } from '@goodword/api/client';
import { Alert, Button, Card, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useState } from 'react';

export interface ContinueElsewhereProps {
  email: string;
  beforeSend: () => Promise<void>;
  onStartOver?: () => void;
}

/** Sends the draft as a link, to go on with on another device. */
export function ContinueElsewhere({ email, beforeSend, onStartOver }: ContinueElsewhereProps) {
  const [sentTo, setSentTo] = useState<string>();
  const send = trpc.applications.mailDraft.useMutation();
  const form = useZodForm(mailDraftInput, { email });
  return (
    <Card
      title="Finish it later"
      description="Your draft is kept on our server for 14 days, sealed, and then forgotten. It stays open in this browser."
      actions={
        onStartOver && (
          <Button size="sm" variant="ghost" onClick={onStartOver}>
            Start over
          </Button>
        )
      }
    >
      {sentTo ? (
        <Alert tone="success" title="The link is on its way">
          Open it from the mail to {sentTo} on any device. From then on the draft is in that browser.
        </Alert>
      ) : (
        <ApiForm
          form={form}
          guard={false}
          onSubmit={async (values) => {
            await beforeSend();
            await send.mutateAsync(values);
            setSentTo(values.email);
          }}
        >
          <FormError />
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              name="email"
              label="Send me a link to"
              type="email"
              autoComplete="email"
              fieldClassName="min-w-56 flex-1"
            />
            <SubmitButton variant="secondary">Send link</SubmitButton>
          </div>
        </ApiForm>
      )}
    </Card>
  );
}
