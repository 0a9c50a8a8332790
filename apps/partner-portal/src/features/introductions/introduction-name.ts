import type { Outputs } from '@goodword/api';
import { shortReference } from '../../lib/short-reference.ts';

type Introduction = Pick<Outputs['introductions']['mineDetail'], 'id' | 'request'>;

/** The client's name when it is open to us, else a reference that tells nothing. */
export function introductionName({ id, request }: Introduction): string {
  return request.contact?.name ?? `Introduction ${shortReference(id)}`;
}
