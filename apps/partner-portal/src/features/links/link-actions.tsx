'use client';

import type { Outputs } from '@goodword/api';
import { changeSlugInput, updateLinkInput } from '@goodword/api/client';
import {
  Button,
  ConfirmDialog,
  Dialog,
  FormActions,
  FormError,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../frame/person.tsx';

type Link = Pick<
  Outputs['links']['stats'],
  'id' | 'campaign' | 'placement' | 'slug' | 'archivedAt' | 'earlierSlugs'
>;

interface EditProps {
  label: string;
  title: string;
  description: string;
  icon?: ReactNode;
  children: (close: () => void) => ReactNode;
}

function Edit({ label, title, description, icon, children }: EditProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={icon}>
          {label}
        </Button>
      }
      title={title}
      description={description}
    >
      {children(() => setOpen(false))}
    </Dialog>
  );
}

/** Gives the link an address of its own, or another one. */
export function EditAddress({ link }: { link: Link }) {
  const may = useMay();
  if (!may('portal.work')) return null;
  return (
    <Edit
      label={link.slug ? 'Change address' : 'Choose own address'}
      title="Own address"
      description="What people see at the end of the link. The address it has now keeps working for good, so nothing you printed is lost."
    >
      {(close) => <AddressForm link={link} close={close} />}
    </Edit>
  );
}

function AddressForm({ link, close }: { link: Link; close: () => void }) {
  const change = trpc.links.changeSlug.useMutation();
  const done = useDone();
  const form = useZodForm(changeSlugInput, { id: link.id, slug: link.slug ?? '' });
  const save = async (slug: string | null) => {
    await change.mutateAsync({ id: link.id, slug });
    close();
    done(slug ? 'The link has its address' : 'The link ends with its code again');
  };
  return (
    <ApiForm form={form} guard={false} onSubmit={({ slug }) => save(slug)}>
      <FormError />
      <TextField
        name="slug"
        label="Own address"
        help="Letters a to z, figures and hyphens, such as spring-fair."
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <FormActions>
        {link.slug && (
          <Button variant="ghost" onClick={() => void save(null)}>
            Use the code instead
          </Button>
        )}
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Renames the link, or puts it away and back; the main link stays as it is. */
export function LinkActions({ link }: { link: Link }) {
  const may = useMay();
  const archive = trpc.links.archive.useMutation();
  const done = useDone();
  if (!may('portal.work') || link.campaign === 'default') return null;
  const archived = link.archivedAt !== null;
  return (
    <>
      <Edit label="Rename" title="Rename this link" description="For you only." icon={<Pencil />}>
        {(close) => <RenameForm link={link} close={close} />}
      </Edit>
      <ConfirmDialog
        trigger={
          <Button size="sm" icon={archived ? <ArchiveRestore /> : <Archive />}>
            {archived ? 'Restore' : 'Archive'}
          </Button>
        }
        tone="primary"
        title={archived ? 'Restore this link?' : 'Archive this link?'}
        consequence={
          archived
            ? 'It stands in your list again.'
            : 'It leaves your list. The address keeps working and clicks are still counted, because what is printed cannot be called back.'
        }
        confirmLabel={archived ? 'Restore' : 'Archive'}
        onConfirm={async () => {
          await archive.mutateAsync({ id: link.id, archived: !archived });
          done(archived ? 'The link is in your list again' : 'The link is archived');
        }}
      />
    </>
  );
}

function RenameForm({ link, close }: { link: Link; close: () => void }) {
  const update = trpc.links.update.useMutation();
  const done = useDone();
  const { id, campaign, placement } = link;
  const form = useZodForm(updateLinkInput, { id, campaign, placement });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async (values) => {
        await update.mutateAsync(values);
        close();
        done('The link is renamed');
      }}
    >
      <FormError />
      <TextField name="campaign" label="Campaign" />
      <TextField name="placement" label="Place" optional />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
