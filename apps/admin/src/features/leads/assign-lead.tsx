'use client';

import type { Outputs } from '@goodword/api';
import { Field, Select, toast } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';

export interface AssignLeadProps {
  lead: Outputs['leads']['get'];
  assignees: Outputs['leads']['assignees'];
}

/** Who looks after the lead; saved at once. */
export function AssignLead({ lead, assignees }: AssignLeadProps) {
  const may = useMay();
  const assign = trpc.leads.assign.useMutation();
  const done = useDone();
  if (!may('leads.work')) return <p className="text-sm">Assigned to {lead.assignedName ?? 'nobody'}</p>;
  return (
    <Field label="Assigned to">
      <Select
        value={lead.assignedTo ?? ''}
        placeholder="Nobody"
        disabled={assign.isPending}
        options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) =>
          assign.mutate(
            { id: lead.id, accountId: event.target.value || null },
            {
              onSuccess: () => done('The lead is assigned'),
              onError: (error) => toast.error('The lead was not assigned', { description: error.message }),
            },
          )
        }
      />
    </Field>
  );
}
