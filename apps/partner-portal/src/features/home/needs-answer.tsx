import type { Outputs } from '@goodword/api';
import { Badge, Button, Card, DateTime, EmptyState, RelativeTime, TextLink } from '@goodword/ui';
import { shortReference } from '../../lib/short-reference.ts';

type Item = Outputs['portal']['home']['needsAnswer'][number];

const kinds = {
  share: { label: 'Lead', path: '/leads' },
  introduction: { label: 'Introduction', path: '/introductions' },
} as const;

/** What waits for the partner, the most urgent first. */
export function NeedsAnswer({ items }: { items: readonly Item[] }) {
  return (
    <Card title="Needs your answer" padded={false}>
      {items.length === 0 ? (
        <EmptyState
          compact
          drawing="done"
          title="Nothing waits for you"
          action={
            <Button href="/leads" size="sm">
              See all leads
            </Button>
          }
        >
          New leads and introductions show up here first.
        </EmptyState>
      ) : (
        <ul aria-label="Needs your answer" className="divide-y divide-line border-line border-t">
          {items.map(({ kind, id, partnerTypeName, since, answerBy }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3">
              <div className="grid gap-0.5">
                <TextLink href={`${kinds[kind].path}/${id}`} className="text-sm">
                  {kinds[kind].label} {shortReference(id)}
                </TextLink>
                <span className="text-[0.8125rem] text-ink-soft">
                  For you as {partnerTypeName}, <RelativeTime value={since} />
                </span>
              </div>
              {answerBy && (
                <Badge tone="warning">
                  Answer by <DateTime value={answerBy} />
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
