'use client';

import type { Outputs } from '@goodword/api';
import { newGroupInput } from '@goodword/api/client';
import {
  Button,
  Card,
  Dialog,
  EmptyState,
  FormError,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { UsersRound } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { z } from 'zod';

type Group = Outputs['groups']['mine'][number];

/** One name per line while it is typed, a list when it is sent. */
const groupShape = z.object({
  name: newGroupInput.shape.name,
  members: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(newGroupInput.shape.members),
});

/** The people one decides with. */
export function Groups({ groups }: { groups: readonly Group[] }) {
  return (
    <Card
      title="Your groups"
      description="The people you decide with. An introduction is always for a group, also when it is only you."
      actions={<NewGroup trigger={<Button icon={<UsersRound />}>Create a group</Button>} />}
    >
      {groups.length === 0 ? (
        <EmptyState compact title="No groups yet" drawing="people">
          Create one before you request an introduction.
        </EmptyState>
      ) : (
        <ul className="grid gap-2 sm:grid-cols-2">
          {groups.map((group) => (
            <li key={group.id} className="rounded-card border border-line px-4 py-3">
              <h3 className="font-medium text-ink text-sm">{group.name}</h3>
              <p className="text-[0.8125rem] text-ink-soft leading-5">
                {group.members.length > 1 ? group.members.join(', ') : 'Only you'}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export interface NewGroupProps {
  trigger: ReactElement;
  onCreated?: (id: string) => void;
}

export function NewGroup({ trigger, onCreated }: NewGroupProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Create a group"
      description="You are its first member. Only you see the names of the others."
      size="sm"
    >
      <GroupForm
        onCreated={(id) => {
          setOpen(false);
          onCreated?.(id);
        }}
      />
    </Dialog>
  );
}

function GroupForm({ onCreated }: { onCreated: (id: string) => void }) {
  const create = trpc.groups.create.useMutation();
  const done = useDone();
  const form = useZodForm(groupShape, { name: '', members: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        const { id } = await create.mutateAsync(values);
        onCreated(id);
        done('The group is ready');
      }}
    >
      <FormError />
      <TextField name="name" label="Name of the group" help="Such as “Our family” or “Just me”." />
      <TextareaField
        name="members"
        label="The others"
        help="One name per line. Leave it empty when it is only you."
        rows={3}
        optional
      />
      <SubmitButton className="w-full">Create group</SubmitButton>
    </ApiForm>
  );
}
