'use client';

import type { Outputs } from '@goodword/api';
import { changeMemberRoleInput } from '@goodword/api/client';
import { Button, Dialog, FormActions, FormError, RadioField, SubmitButton, useZodForm } from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { roleOptions } from './roles.ts';

type Member = Outputs['portalProfile']['members'][number];

/** Makes a colleague owner or member. The API asks for the password once more. */
export function ChangeRole({ member }: { member: Member }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Change role of ${member.name}`}>
          Change role
        </Button>
      }
      title={`Role of ${member.name}`}
      description="They are signed out and sign in again with the new role."
    >
      <ChangeRoleForm member={member} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ChangeRoleForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const change = trpc.team.changeRole.useMutation();
  const done = useDone();
  const form = useZodForm(changeMemberRoleInput, {
    accountId: member.accountId,
    role: member.role ?? 'member',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await change.mutateAsync(values);
        done('Role changed');
        onDone();
      }}
    >
      <FormError />
      <RadioField name="role" label="Role" options={roleOptions} />
      <FormActions>
        <SubmitButton>Save role</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
