'use client';

import { createLinkInput } from '@goodword/api/client';
import {
  Button,
  Dialog,
  FormActions,
  FormError,
  FormRow,
  SubmitButton,
  TextField,
  useUi,
  useZodForm,
} from '@goodword/ui';
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
  const { navigate } = useUi();
  const form = useZodForm(createLinkInput, { campaign: '', placement: '', slug: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        const { id } = await create.mutateAsync(values);
        onDone();
        done('Link created');
        navigate(`/links/${id}`);
      }}
    >
      <FormError />
      <FormRow>
        <TextField name="campaign" label="Campaign" help="For you only, such as “Spring fair”." />
        <TextField name="placement" label="Place" help="Where you hand it out, such as “Poster”." optional />
      </FormRow>
      <TextField
        name="slug"
        label="Own address"
        help="The end of the link, such as spring-fair. Without one the link ends with a code."
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <FormActions>
        <SubmitButton>Create</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
