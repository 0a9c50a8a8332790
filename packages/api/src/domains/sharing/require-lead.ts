import type { Tx } from '@goodword/db';
import { AppError, notFound } from '../../shared/errors.ts';
import { isUnproven } from '../clients/index.ts';
import { findLeadToShare } from './candidates.queries.ts';

/**
 * A lead that may be thought about sharing. Whoever came by the link of a partner and has not confirmed the address may
 * be anybody: nothing about them is passed on, whatever staff wrote down.
 * @throws `not_found`, `not_eligible`
 */
export async function requireLeadToShare(tx: Tx, id: string) {
  const found = await findLeadToShare(tx, id);
  if (!found) throw notFound('lead');
  if (isUnproven(found.client)) {
    throw new AppError('not_eligible', {
      userMessage:
        'The client has not confirmed the address yet, so nothing can be passed on. Ask them to open our mail “Please confirm your request” and to press Confirm.',
    });
  }
  return found;
}
