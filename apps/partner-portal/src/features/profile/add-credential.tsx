'use client';

import type { Outputs } from '@goodword/api';
import {
  addOwnCredentialInput,
  credentialKindName,
  credentialKinds,
  DOCUMENT_MAX_BYTES,
  dayField,
} from '@goodword/api/client';
import {
  Button,
  DateField,
  Dialog,
  Field,
  FormActions,
  FormError,
  FormRow,
  Input,
  SelectField,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, regionOptions, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { documentAccept, toDocument } from '../../lib/files.ts';

type Requirement = Outputs['portalProfile']['get']['requirements'][number];

const schema = addOwnCredentialInput.omit({ file: true }).extend({ expiresAt: dayField });

/** A licence the partner holds, or the renewed one, with the document. */
export function AddCredential({ requirements }: { requirements: readonly Requirement[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Add a credential"
      description="We check it with the authority and tell you."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Add credential</Button>}
    >
      <AddForm requirements={requirements} close={() => setOpen(false)} />
    </Dialog>
  );
}

function AddForm({ requirements, close }: { requirements: readonly Requirement[]; close: () => void }) {
  const add = trpc.credentials.add.useMutation();
  const done = useDone();
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  // What is asked for and not there yet comes first.
  const wanted = requirements.find(({ status }) => status !== 'verified') ?? requirements[0];
  const form = useZodForm(schema, {
    kind: wanted?.kind ?? '',
    region: wanted?.region ?? '',
    number: '',
    authority: '',
    expiresAt: '',
  });

  function choose(chosen: File | undefined) {
    const tooLarge = chosen && chosen.size > DOCUMENT_MAX_BYTES;
    setProblem(tooLarge ? `${chosen.name} is larger than 5 MB.` : undefined);
    setFile(tooLarge ? undefined : chosen);
  }

  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await add.mutateAsync({ ...values, file: file && (await toDocument(file)) });
        close();
        done('We have it and check it now');
      }}
    >
      <FormError />
      <FormRow>
        <SelectField
          name="kind"
          label="Kind"
          placeholder="Choose a kind"
          options={kindOptions(requirements)}
        />
        <SelectField name="region" label="Region" placeholder="Choose a region" options={regionOptions} />
      </FormRow>
      <FormRow>
        <TextField name="number" label="Number" />
        <TextField name="authority" label="Issued by" />
      </FormRow>
      <DateField name="expiresAt" label="Valid until" />
      <Field label="Document (optional)" help="PDF, PNG or JPEG, up to 5 MB." error={problem}>
        <Input type="file" accept={documentAccept} onChange={(event) => choose(event.target.files?.[0])} />
      </Field>
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Send for checking</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** The usual kinds, and what the catalogue asks of this partner besides. */
function kindOptions(requirements: readonly Requirement[]) {
  const kinds = new Set<string>([...requirements.map(({ kind }) => kind), ...credentialKinds]);
  return [...kinds].map((kind) => ({ value: kind, label: credentialKindName(kind) }));
}
