import type { Tx } from '@goodword/db';
import type { EventPayload } from '@goodword/db/schema';
import type { PartnerRole } from '@goodword/db/vocabulary';
import { allows, type Permission } from '../../auth/permissions.ts';
import { partiesOf } from '../../platform/parties.queries.ts';
import { findAgreement, listOwing } from '../agreements/index.ts';
import { type Kind, permissionOf } from './catalogue.ts';
import {
  accountOfClient,
  assigneeOf,
  caretakerOf,
  causedBy,
  membersOf,
  membersOfThese,
  type Reader,
  staffMember,
  staffWith,
} from './readers.queries.ts';

const MOST_PARTNERS = 10_000;

export interface Cause {
  type: string;
  subjectId: string;
  payload: EventPayload;
  requestId: string;
}

/** Who is told of an event: those whom it concerns and whose role allows it, without the one who did it. */
export async function findReaders(tx: Tx, kind: Kind, cause: Cause): Promise<Reader[]> {
  const readers = await concerned(tx, kind, cause);
  if (readers.length === 0) return [];
  const actorId = await causedBy(tx, cause);
  // Somebody who joined is no news to themselves either.
  return readers.filter(({ accountId }) => accountId !== actorId && accountId !== cause.subjectId);
}

async function concerned(tx: Tx, kind: Kind, cause: Cause): Promise<Reader[]> {
  const { audience, readers } = kind;
  const parties = (await partiesOf(tx, [cause.subjectId])).get(cause.subjectId);
  if (audience === 'patient') return parties?.clientId ? accountOfClient(tx, parties.clientId) : [];
  if (readers === 'client') return [];
  if (audience === 'partner') {
    const may = partnerMay(permissionOf(readers));
    if (kind.name === 'agreement_changed') return peopleOwing(tx, cause.subjectId, may);
    return parties?.partnerId ? membersOf(tx, parties.partnerId, may) : [];
  }
  if ('may' in readers) return staffWith(tx, (role) => allows(readers.may, role));
  if ('caretakerElse' in readers) {
    const caretaker = parties?.partnerId ? await caretakerOf(tx, parties.partnerId) : [];
    return caretaker.length > 0 ? caretaker : staffWith(tx, (role) => allows(readers.caretakerElse, role));
  }
  const assignee = parties?.leadId ? await assigneeOf(tx, parties.leadId) : null;
  if (assignee) return staffMember(tx, assignee);
  // Taken off everybody again: nobody has to be told.
  if (kind.name === 'lead_assigned') return [];
  return staffWith(tx, (role) => allows(readers.assigneeElse, role));
}

/** A version of the agreement belongs to nobody: it concerns the partners it is meant for that have not accepted it. */
async function peopleOwing(
  tx: Tx,
  agreementId: string,
  may: (role: PartnerRole) => boolean,
): Promise<Reader[]> {
  const agreement = await findAgreement(tx, agreementId);
  if (!agreement) return [];
  const owing = await listOwing(tx, agreement, MOST_PARTNERS);
  return membersOfThese(
    tx,
    owing.map(({ partnerId }) => partnerId),
    may,
  );
}

export function partnerMay(permission: Permission): (role: PartnerRole) => boolean {
  return (role) => allows(permission, `partner_${role}`);
}
