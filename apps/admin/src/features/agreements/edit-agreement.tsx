'use client';

import type { Outputs } from '@goodword/api';
import { saveAgreementDraftInput } from '@goodword/api/client';
import {
  Button,
  Card,
  FormActions,
  FormError,
  SubmitButton,
  TextareaField,
  TextField,
  toast,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, ChoicesField, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import type { TypeName } from './audience.ts';

export interface EditAgreementProps {
  /** The draft, or the last version to start from. */
  start: Outputs['agreements']['get'] | null;
  types: readonly TypeName[];
}

/** The text of the next version. */
export function EditAgreement({ start, types }: EditAgreementProps) {
  const router = useRouter();
  const save = trpc.agreements.saveDraft.useMutation();
  const draft = start && !start.publishedAt ? start : null;
  const form = useZodForm(saveAgreementDraftInput, {
    title: start?.title ?? '',
    body: start?.body ?? '',
    partnerTypeCodes: draft?.partnerTypeCodes ?? [],
    basedOn: draft?.hash ?? null,
  });
  return (
    <Card>
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          const { id } = await save.mutateAsync(values);
          toast.success('Draft saved');
          router.push(`/agreements/${id}`);
          router.refresh();
        }}
      >
        <FormError />
        <TextField name="title" label="Title" />
        <TextareaField
          name="body"
          label="Text"
          rows={20}
          dir="auto"
          help="An empty line starts a paragraph. # makes a heading, 1. or - a list, **two stars** bold. Anything else stays plain text."
        />
        <ChoicesField
          name="partnerTypeCodes"
          label="Only for these partner types"
          help="Choose none, and it is for all partners."
          options={types.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <FormActions>
          <Button href={draft ? `/agreements/${draft.id}` : '/agreements'}>Cancel</Button>
          <SubmitButton>Save draft</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}
