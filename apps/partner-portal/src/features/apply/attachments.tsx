'use client';

import type { Outputs } from '@goodword/api';
import { DOCUMENT_MAX_BYTES, DOCUMENTS_MAX_COUNT } from '@goodword/api/client';
import { Alert, Button } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { FileText, Paperclip, X } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { documentAccept, sizeWords, toDocument } from '../../lib/files.ts';

type Documents = Outputs['applications']['attach'];

export interface AttachmentsProps {
  initial: Documents;
  /** The draft has to be there before something is attached to it. */
  beforeAttach: () => Promise<void>;
}

/** Files that go with the application. */
export function Attachments({ initial, beforeAttach }: AttachmentsProps) {
  const [documents, setDocuments] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const attach = trpc.applications.attach.useMutation();
  const detach = trpc.applications.detach.useMutation();

  async function run(work: () => Promise<Documents>) {
    setBusy(true);
    setProblem(undefined);
    try {
      setDocuments(await work());
    } catch (error) {
      setProblem(describeFailure(error).message);
    } finally {
      setBusy(false);
    }
  }

  async function add(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    const tooLarge = files.find(({ size }) => size > DOCUMENT_MAX_BYTES);
    if (tooLarge) return setProblem(`${tooLarge.name} is larger than 5 MB.`);
    await run(async () => {
      await beforeAttach();
      let now = documents;
      for (const file of files) {
        now = await attach.mutateAsync({
          file: await toDocument(file),
        });
      }
      return now;
    });
  }

  return (
    <div className="grid gap-3">
      {documents.length > 0 && (
        <ul aria-label="Attached files" className="grid gap-2">
          {documents.map(({ id, fileName, sizeBytes }) => (
            <li
              key={id}
              className="flex items-center gap-3 rounded-control border border-line bg-surface px-3 py-2"
            >
              <FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span dir="auto" className="text-left min-w-0 flex-1 truncate text-ink text-sm">
                {fileName}
              </span>
              <span className="text-[0.8125rem] text-ink-soft tabular-nums">{sizeWords(sizeBytes)}</span>
              <Button
                size="sm"
                variant="ghost"
                icon={<X />}
                disabled={busy}
                aria-label={`Remove ${fileName}`}
                onClick={() => run(() => detach.mutateAsync({ id }))}
              />
            </li>
          ))}
        </ul>
      )}
      {problem && <Alert tone="danger">{problem}</Alert>}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={<Paperclip />}
          loading={busy}
          disabled={documents.length >= DOCUMENTS_MAX_COUNT}
          onClick={() => input.current?.click()}
        >
          Attach a file
        </Button>
        <span className="text-[0.8125rem] text-ink-soft">
          PDF, PNG or JPEG, up to 5 MB each, at most {DOCUMENTS_MAX_COUNT}.
        </span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={documentAccept}
        aria-label="Files to attach"
        onChange={add}
      />
    </div>
  );
}
