import type { Outputs } from '@goodword/api';
import { shortReference } from '../../lib/short-reference.ts';

/** The client's name when it is open to us, else a reference that tells nothing. */
export function leadName({ id, lead }: Pick<Outputs['shares']['mineDetail'], 'id' | 'lead'>): string {
  return lead.contact?.name ?? `Lead ${shortReference(id)}`;
}
