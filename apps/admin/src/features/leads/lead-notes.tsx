'use client';

import type { Outputs } from '@goodword/api';
import { addLeadNoteInput } from '@goodword/api/client';
import {
  Card,
  DateTime,
  FormActions,
  FormError,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';

type Note = Outputs['leads']['get']['notes'][number];

function NoteForm({ leadId }: { leadId: string }) {
  const add = trpc.leads.addNote.useMutation();
  const done = useDone();
  const form = useZodForm(addLeadNoteInput, { id: leadId, body: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await add.mutateAsync(values);
        form.reset();
        done('The note is added');
      }}
    >
      <FormError />
      <TextareaField name="body" label="New note" rows={2} />
      <FormActions>
        <SubmitButton size="sm">Add note</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** What only staff read. */
export function LeadNotes({ leadId, notes }: { leadId: string; notes: readonly Note[] }) {
  const may = useMay();
  return (
    <Card title="Internal notes" description="Partners and the client never see them.">
      <div className="grid gap-4">
        {notes.map((note) => (
          <article key={note.id} className="rounded-control bg-subtle px-3 py-2 text-sm">
            <p className="whitespace-pre-wrap break-words leading-6">{note.body}</p>
            <p className="mt-1 text-ink-faint text-xs">
              {note.authorName} · <DateTime value={note.createdAt} />
            </p>
          </article>
        ))}
        {may('leads.work') ? (
          <NoteForm leadId={leadId} />
        ) : (
          notes.length === 0 && <p className="text-ink-soft text-sm">No notes.</p>
        )}
      </div>
    </Card>
  );
}
