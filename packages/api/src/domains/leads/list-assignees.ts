import type { Tx } from '@goodword/db';
import type { StaffRole } from '@goodword/db/vocabulary';
import { listCaretakers } from '../../auth/accounts.queries.ts';

/** Staff who can be given a lead, by name. */
export async function listAssignees(tx: Tx): Promise<{ id: string; name: string; role: StaffRole }[]> {
  const rows = await listCaretakers(tx);
  return rows.flatMap(({ role, ...person }) => (role ? [{ ...person, role }] : []));
}
