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

  async function give(accountId: string | null) {
    try {
      await assign.mutateAsync({ id: lead.id, accountId, from: lead.assignedTo });
      done('The lead is assigned', {
        run: () => assign.mutateAsync({ id: lead.id, accountId: lead.assignedTo, from: accountId }),
        undone: lead.assignedName ? `Back with ${lead.assignedName}` : 'Back with nobody',
      });
    } catch (error) {
      const description = error instanceof Error ? error.message : undefined;
      toast.error('The lead was not assigned', { description });
    }
  }

  return (
    <Field label="Assigned to">
      <Select
        value={lead.assignedTo ?? ''}
        placeholder="Nobody"
        disabled={assign.isPending}
        options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => void give(event.target.value || null)}
      />
    </Field>
  );
}
