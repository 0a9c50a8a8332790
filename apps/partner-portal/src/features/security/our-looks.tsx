import type { Outputs } from '@goodword/api';
import { Badge, Card, DateTime } from '@goodword/ui';

type Look = Outputs['looks']['mine'][number];

/** Whoever of us sees the portal with the partner's eyes is no secret from the partner. */
export function OurLooks({ looks }: { looks: readonly Look[] }) {
  return (
    <Card
      title="When we looked at your portal"
      description="An administrator of ours can see what you see, for 30 minutes and with a reason. They change nothing and see nothing of anybody's account. All of your team can read this."
    >
      {looks.length === 0 && <p className="text-ink-soft text-sm">Nobody of us has looked at your portal.</p>}
      <ul className="grid gap-4">
        {looks.map((look) => (
          <li key={look.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-sm">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium text-ink">{look.staffName}</p>
              <p className="break-words">{look.reason}</p>
              <p className="text-[0.8125rem] text-ink-soft">
                <DateTime value={look.startedAt} />
                {look.endedAt && ` · ${minutesOf(look.startedAt, look.endedAt)}`}
              </p>
            </div>
            {!look.endedAt && <Badge tone="warning">Looks now</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function minutesOf(from: Date, to: Date): string {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  if (minutes < 1) return 'less than a minute';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
