'use client';

import { Alert, Button, Card, CopyField, DateOnly } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';

/** The person's own calendar address: to subscribe to, to replace, to close. */
export function CalendarCard({ since }: { since: Date | null }) {
  const may = useMay();
  const done = useDone();
  const open = trpc.care.openCalendar.useMutation();
  const close = trpc.care.closeCalendar.useMutation();
  const [url, setUrl] = useState<string>();
  if (!may('care.work')) return null;
  const openIt = async () => {
    const opened = await open.mutateAsync();
    setUrl(opened.url);
  };
  return (
    <Card
      title="Your calendar"
      description="Subscribe in your calendar program: what you planned appears there, without notes."
      actions={
        since && (
          <Act
            label="Close"
            size="sm"
            tone="danger"
            title="Close your calendar address?"
            consequence="Programs that subscribed to it get nothing more, at once."
            done="The address is closed"
            run={async () => {
              await close.mutateAsync();
              setUrl(undefined);
            }}
          />
        )
      }
    >
      <div className="grid gap-4">
        {url && (
          <>
            <Alert tone="warning" title="Copy the address now">
              It cannot be shown again. Whoever has it can read what you planned.
            </Alert>
            <CopyField label="Calendar address" value={url} />
          </>
        )}
        {since ? (
          <div className="flex flex-wrap items-center justify-between gap-3 text-ink-soft text-sm">
            <span>
              Open since <DateOnly value={since} />
            </span>
            {!url && (
              <Act
                label="New address"
                size="sm"
                title="Make a new calendar address?"
                consequence="The address you have now stops working."
                done="There is a new address"
                run={openIt}
              />
            )}
          </div>
        ) : (
          <div>
            <Button
              icon={<CalendarDays />}
              loading={open.isPending}
              onClick={async () => {
                await openIt();
                done('The address is there');
              }}
            >
              Make calendar address
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
