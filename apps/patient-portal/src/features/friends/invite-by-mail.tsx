'use client';

import { createInviteInput } from '@goodword/api/client';
import { Button, Dialog, FormError, SubmitButton, TextareaField, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import type { FriendProgram } from './types.ts';

/** Here the address is the point, so it may not stay empty. */
const formShape = z.object({
  label: createInviteInput.shape.label,
  friendEmail: createInviteInput.shape.friendEmail.unwrap(),
  message: createInviteInput.shape.message,
});

/** For those who would rather have us write to the friend. */
export function InviteByMail({ program }: { program: FriendProgram }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Invite a friend by e-mail"
      description="We write to them once, in your name. Only use an address of somebody who is happy to hear from you."
      trigger={<Button icon={<Send />}>Invite by e-mail</Button>}
    >
      <InviteForm program={program} onSent={() => setOpen(false)} />
    </Dialog>
  );
}

function InviteForm({ program, onSent }: { program: FriendProgram; onSent: () => void }) {
  const create = trpc.invites.create.useMutation();
  const done = useDone();
  const form = useZodForm(formShape, { label: '', friendEmail: '', message: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async ({ label, friendEmail, message }) => {
        await create.mutateAsync({
          programId: program.programId,
          channel: 'email',
          label: label || undefined,
          message: message || undefined,
          friendEmail,
        });
        onSent();
        done('We write to your friend now');
      }}
    >
      <FormError />
      <TextField name="friendEmail" label="Friend's e-mail" type="email" autoComplete="off" />
      <TextField name="label" label="Friend's name" help="For your own list." optional autoComplete="off" />
      <TextareaField name="message" label="Personal message" rows={3} maxLength={500} optional />
      <p className="text-[0.8125rem] text-ink-soft leading-5">
        We keep the address encrypted until your friend joins or the invitation ends, and then delete it. Your
        friend can say no with one press.
      </p>
      <SubmitButton className="w-full">Send invitation</SubmitButton>
    </ApiForm>
  );
}
