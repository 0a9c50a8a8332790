'use client';

import { inviteMemberInput } from '@goodword/api/client';
import {
  Button,
  Dialog,
  FormActions,
  FormError,
  RadioField,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { roleOptions } from './roles.ts';

/** Asks a colleague by mail to join. */
export function InviteColleague() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<UserPlus />}>
          Invite colleague
        </Button>
      }
      title="Invite a colleague"
      description="We send them a link that works for 7 days. They choose their own password."
    >
      <InviteForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const invite = trpc.team.invite.useMutation();
  const done = useDone();
  const form = useZodForm(inviteMemberInput, { name: '', email: '', role: 'member' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await invite.mutateAsync(values);
        done('Invitation sent');
        onDone();
      }}
    >
      <FormError />
      <TextField name="name" label="Name" autoComplete="off" />
      <TextField name="email" label="Work e-mail" type="email" autoComplete="off" />
      <RadioField name="role" label="Role" options={roleOptions} />
      <FormActions>
        <SubmitButton>Send invitation</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
