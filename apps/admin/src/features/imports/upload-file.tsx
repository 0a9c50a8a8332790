'use client';

import { Button, Card, Field, Input, useUi } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { type FormEvent, useState } from 'react';

/** The bytes as text that a request can carry. */
async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(binary);
}

/** Takes a file in; what to do with it is decided on the next page. */
export function UploadFile() {
  const { navigate } = useUi();
  const upload = trpc.imports.upload.useMutation();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!file) return setProblem('Choose a file.');
    setProblem(undefined);
    try {
      const { id } = await upload.mutateAsync({
        fileName: file.name,
        contentBase64: await toBase64(file),
      });
      navigate(`/partners/import/${id}`);
    } catch (error) {
      setProblem(describeFailure(error).message);
    }
  }

  return (
    <Card title="Choose a file">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-4">
        <Field
          label="CSV file"
          help="Up to 4 MB and 20,000 rows, with a header. An export of partners can be changed and imported again."
          error={problem}
        >
          <Input
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </Field>
        <Button type="submit" variant="primary" loading={upload.isPending}>
          Upload
        </Button>
      </form>
    </Card>
  );
}
