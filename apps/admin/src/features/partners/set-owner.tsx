'use client';

import type { Outputs } from '@goodword/api';
import { Field, Select, toast } from '@goodword/ui';
import { trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { requireAll } from '../../lib/use-bulk.ts';

export interface SetOwnerProps {
  partner: Outputs['partners']['get'];
  caretakers: readonly { id: string; name: string }[];
}

/** Who of staff looks after the partner; saved at once. */
export function SetOwner({ partner, caretakers }: SetOwnerProps) {
  const may = useMay();
  const done = useDone();
  const setOwner = trpc.partners.setOwner.useMutation();
  const { id, ownerAccountId, ownerName } = partner;
  if (!may('partners.manage')) return <p className="text-sm">Looked after by {ownerName ?? 'nobody'}</p>;

  async function hand(accountId: string | null, from: string | null) {
    const { results } = await setOwner.mutateAsync({ ids: [id], accountId, from });
    requireAll(results);
  }

  async function choose(accountId: string | null) {
    try {
      await hand(accountId, ownerAccountId);
      done('The account manager is changed', {
        run: () => hand(ownerAccountId, accountId),
        undone: ownerName ? `Back with ${ownerName}` : 'Back with nobody',
      });
    } catch (error) {
      const description = error instanceof Error ? error.message : undefined;
      toast.error('The account manager was not changed', { description });
    }
  }

  return (
    <Field label="Account manager">
      <Select
        value={ownerAccountId ?? ''}
        placeholder="Nobody"
        disabled={setOwner.isPending}
        options={caretakers.map((person) => ({ value: person.id, label: person.name }))}
        onChange={(event) => void choose(event.target.value || null)}
      />
    </Field>
  );
}
