'use client';

import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../forms/fields.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../forms/form.tsx';
import { useZodForm } from '../forms/use-zod-form.ts';

const answer = z.object({
  name: z.string().trim().min(1, 'Give the view a name.').max(60, 'A name can have at most 60 characters.'),
});

export interface RenameViewDialogProps {
  name: string;
  onRename: (name: string) => Promise<void>;
  onClose: () => void;
}

export default function RenameViewDialog({ name, onRename, onClose }: RenameViewDialogProps) {
  const form = useZodForm(answer, { name });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="sm" title={`Rename the view “${name}”`}>
      <Form
        form={form}
        guard={false}
        onSubmit={async (next) => {
          await onRename(next.name);
          onClose();
        }}
      >
        <FormError />
        <TextField name="name" label="Name" autoComplete="off" maxLength={60} />
        <FormActions>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Rename</SubmitButton>
        </FormActions>
      </Form>
    </Dialog>
  );
}
