'use client';

import { DOCUMENT_MAX_BYTES } from '@goodword/api/client';
import { Button } from '@goodword/ui';
import { describeFailure, trpc, useDone } from '@goodword/web';
import { Paperclip } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { documentAccept, toDocument } from '../../lib/files.ts';

/** Adds the licence itself to a credential that waits to be checked. */
export function AttachDocument({ credentialId, name }: { credentialId: string; name: string }) {
  const attach = trpc.credentials.attach.useMutation();
  const done = useDone();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();

  async function add(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    if (file.size > DOCUMENT_MAX_BYTES) return setProblem(`${file.name} is larger than 5 MB.`);
    setProblem(undefined);
    try {
      await attach.mutateAsync({ credentialId, file: await toDocument(file) });
      done('The document is attached');
    } catch (error) {
      setProblem(describeFailure(error).message);
    }
  }

  return (
    <span className="grid justify-items-start gap-1">
      <Button
        size="sm"
        icon={<Paperclip />}
        loading={attach.isPending}
        aria-label={`Attach a document to ${name}`}
        onClick={() => input.current?.click()}
      >
        Attach a document
      </Button>
      {problem && (
        <span role="alert" className="text-danger-ink">
          {problem}
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={documentAccept}
        aria-label={`Document of ${name}`}
        onChange={add}
      />
    </span>
  );
}
