import type { Outputs } from '@goodword/api';
import { Card, EmptyState, RelativeTime, TextLink } from '@goodword/ui';
import { FileText } from 'lucide-react';

type Documents = Outputs['applications']['get']['documents'];

/** What came with the application, to be saved and looked at. */
export function ApplicationDocuments({ documents }: { documents: Documents }) {
  return (
    <Card title="Documents">
      {documents.length === 0 ? (
        <EmptyState compact title="No documents">
          They attached none. Ask for what you need before you decide.
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {documents.map(({ id, fileName, sizeBytes, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <TextLink href={`/documents/${id}`} download className="min-w-0 break-words">
                {fileName}
              </TextLink>
              <span className="text-ink-soft">
                {Math.max(1, Math.round(sizeBytes / 1024))} KB · <RelativeTime value={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
