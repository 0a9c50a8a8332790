'use client';

import { createLinkInput } from '@goodword/api/client';
import { Button, Dialog, FormActions, FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../frame/person.tsx';

/** A link for one purpose, so that its clicks can be told from others'. */
export function CreateLink({ variant = 'primary' }: { variant?: 'primary' | 'secondary' }) {
  const [open, setOpen] = useState(false);
  const may = useMay();
  if (!may('portal.work')) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={variant} icon={<Plus />}>
          Create link
        </Button>
      }
      title="Create a link"
      description="One link per place you hand it out, so you see what works."
    >
      <CreateLinkForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CreateLinkForm({ onDone }: { onDone: () => void }) {
  const create = trpc.links.create.useMutation();
  const done = useDone();
  const form = useZodForm(createLinkInput, { campaign: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await create.mutateAsync(values);
        done('Link created');
        onDone();
      }}
    >
      <FormError />
      <TextField
        name="campaign"
        label="Campaign name"
        help="For you only, such as “Spring newsletter” or “Office poster”."
      />
      <FormActions>
        <SubmitButton>Create</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
