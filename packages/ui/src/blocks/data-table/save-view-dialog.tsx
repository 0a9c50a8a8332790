'use client';

import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CheckboxField, TextField } from '../forms/fields.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../forms/form.tsx';
import { useZodForm } from '../forms/use-zod-form.ts';

const answer = z.object({
  name: z.string().trim().min(1, 'Give the view a name.').max(60, 'A name can have at most 60 characters.'),
  isDefault: z.boolean(),
});

export interface SaveViewDialogProps {
  taken: readonly string[];
  onSave: (view: { name: string; isDefault: boolean }) => Promise<void>;
  onClose: () => void;
}

/** Keeps what the list shows now under a name. */
export default function SaveViewDialog({ taken, onSave, onClose }: SaveViewDialogProps) {
  const form = useZodForm(answer, { name: '', isDefault: false });
  const name = form.watch('name').trim().toLowerCase();
  const replaces = taken.find((one) => one.toLowerCase() === name);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Save this view"
      description="Keeps the filters, the order and the columns under a name that only you see."
    >
      <Form
        form={form}
        guard={false}
        onSubmit={async (view) => {
          await onSave(view);
          onClose();
        }}
      >
        <FormError />
        <TextField
          name="name"
          label="Name"
          autoComplete="off"
          maxLength={60}
          help={replaces && `Replaces your view “${replaces}”.`}
        />
        <CheckboxField name="isDefault" label="Open the list with this view" />
        <FormActions>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save view</SubmitButton>
        </FormActions>
      </Form>
    </Dialog>
  );
}
