'use client';

import type { Outputs } from '@goodword/api';
import { createGroupInput, updateGroupInput } from '@goodword/api/client';
import {
  Button,
  FormActions,
  FormError,
  NumberField,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { FormDialog } from '../../lib/form-dialog.tsx';

interface TypeName {
  code: string;
  name: string;
}

/** The box of the type is empty for all types. */
const newGroup = createGroupInput.extend({
  partnerTypeCode: z.string().transform((code) => code || null),
});

function Names({ children }: { children?: ReactNode }) {
  return (
    <>
      <TextField name="name" label="Name" help="Its members read it beside their terms." />
      <TextareaField name="description" label="Description" rows={2} help="For staff only." optional />
      <NumberField
        name="rank"
        label="Rank"
        help="A higher number is the better group. Rules move partners up only."
      />
      {children}
    </>
  );
}

function NewGroupForm({ types, close }: { types: readonly TypeName[]; close: () => void }) {
  const router = useRouter();
  const create = trpc.partnerGroups.create.useMutation();
  const done = useDone();
  const form = useZodForm(newGroup, {
    name: '',
    description: '',
    rank: null as never,
    partnerTypeCode: '',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        const { id } = await create.mutateAsync(values);
        close();
        router.push(`/partner-groups/${id}`);
        done('The group is there');
      }}
    >
      <FormError />
      <Names>
        <SelectField
          name="partnerTypeCode"
          label="For partners of"
          help="It stays what it is. Terms are set per type."
          options={[
            { value: '', label: 'All types' },
            ...types.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </Names>
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Create group</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function NewGroup({ types }: { types: readonly TypeName[] }) {
  return (
    <FormDialog label="New group" variant="primary" title="New group">
      {(close) => <NewGroupForm types={types} close={close} />}
    </FormDialog>
  );
}

function EditForm({ group, close }: { group: Outputs['partnerGroups']['get']; close: () => void }) {
  const { id, version, name, description, rank } = group;
  const update = trpc.partnerGroups.update.useMutation();
  const done = useDone();
  const form = useZodForm(updateGroupInput, { id, version, name, description, rank });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await update.mutateAsync(values);
        close();
        done('The group is changed');
      }}
    >
      <FormError />
      <Names />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function EditGroup({ group }: { group: Outputs['partnerGroups']['get'] }) {
  return (
    <FormDialog label="Edit" title={`Edit ${group.name}`}>
      {(close) => <EditForm group={group} close={close} />}
    </FormDialog>
  );
}
