'use client';

import type { Outputs } from '@goodword/api';
import { writeToPartnersInput } from '@goodword/api/client';
import {
  Button,
  FormActions,
  FormError,
  SubmitButton,
  type TableSelection,
  TextareaField,
  TextField,
  toast,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useState } from 'react';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { MailFrame } from '../../lib/mail-frame.tsx';
import { useBulk } from '../../lib/use-bulk.ts';
import type { PartnerInList } from './partner-in-list.ts';

type Preview = Outputs['partners']['previewMail'];

const schema = writeToPartnersInput.pick({ subject: true, body: true });

interface LetterFormProps {
  selection: TableSelection<PartnerInList>;
  close: () => void;
}

function LetterForm({ selection, close }: LetterFormProps) {
  const write = trpc.partners.write.useMutation();
  const look = trpc.partners.previewMail.useMutation();
  const settle = useBulk(selection, (row) => row.name);
  const [key] = useState(() => crypto.randomUUID());
  const [preview, setPreview] = useState<Preview>();
  const { keys: ids, rows } = selection;
  const form = useZodForm(schema, { subject: '', body: '' });

  /** What the first of them gets; the others differ in the greeting alone. */
  const show = form.handleSubmit(async (letter) => {
    try {
      setPreview(await look.mutateAsync({ partnerId: ids[0] ?? '', ...letter }));
    } catch (error) {
      toast.error('There is no preview', { description: error instanceof Error ? error.message : undefined });
    }
  });

  return (
    <ApiForm
      form={form}
      onSubmit={async (letter) => {
        const { results } = await write.mutateAsync({ ids, key, ...letter });
        close();
        settle(results, { one: 'partner', many: 'partners', did: 'written to' });
      }}
    >
      <FormError />
      <TextField name="subject" label="Subject" autoComplete="off" />
      <TextareaField
        name="body"
        label="Message"
        rows={8}
        help="The greeting, your name and our address are added. Leave a line empty between paragraphs."
      />
      {preview && (
        <section aria-label="Preview" className="grid gap-2">
          <p className="text-ink-soft text-sm">
            To {preview.to ?? 'nobody: no address is known'} · {preview.subject}
          </p>
          <MailFrame title="Preview of the message" html={preview.html} short />
        </section>
      )}
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <Button onClick={() => void show()} loading={look.isPending}>
          Preview for {rows[0]?.name}
        </Button>
        <SubmitButton>
          {ids.length === 1 ? 'Send to 1 partner' : `Send to ${ids.length} partners`}
        </SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** A mail that a person writes to the contacts of the chosen partners. */
export function WriteToPartners({ selection }: { selection: TableSelection<PartnerInList> }) {
  return (
    <FormDialog
      label="Write to them"
      buttonSize="sm"
      title="Write to partners"
      description="Each contact gets a mail of their own. Who opted out or got the same today is left out, and you see it."
      size="lg"
    >
      {(close) => <LetterForm selection={selection} close={close} />}
    </FormDialog>
  );
}
