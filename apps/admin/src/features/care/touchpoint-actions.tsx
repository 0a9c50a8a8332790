'use client';

import type { Outputs } from '@goodword/api';
import { humanize, IconButton } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { CalendarPlus } from 'lucide-react';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { EditTouchpoint } from './touchpoint-form.tsx';

type Touchpoint = Outputs['care']['list']['rows'][number];

/** What can be done with a touchpoint in its state. */
export function TouchpointActions({ touchpoint }: { touchpoint: Touchpoint }) {
  const may = useMay();
  const complete = trpc.care.complete.useMutation();
  const cancel = trpc.care.cancel.useMutation();
  const { id, status, kind, partnerName } = touchpoint;
  if (status === 'cancelled') return null;
  const name = `${kind} with ${partnerName}`;
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {status === 'planned' && (
        <IconButton
          label={`Calendar file of ${name}`}
          icon={<CalendarPlus />}
          href={`/care/touchpoints/${id}/calendar`}
          size="sm"
          variant="ghost"
        />
      )}
      {may('care.work') && (
        <>
          {status === 'planned' && (
            <Act
              label="Done"
              name={`Mark ${name} as done`}
              size="sm"
              title={`Did this ${humanize(kind).toLowerCase()} take place?`}
              consequence="The partner counts as looked after from today on. Add what was said with Edit."
              done="It is done"
              run={() => complete.mutateAsync({ id })}
            />
          )}
          <EditTouchpoint touchpoint={touchpoint} />
          <Act
            label="Cancel"
            name={`Cancel ${name}`}
            size="sm"
            variant="ghost"
            tone="danger"
            title="Cancel this touchpoint?"
            consequence="It stays in the list as cancelled, and counts neither for the cadence nor against the gift limit."
            confirmLabel="Cancel touchpoint"
            reason="required"
            done="It is cancelled"
            run={({ reason }) => cancel.mutateAsync({ id, reason })}
          />
        </>
      )}
    </span>
  );
}
