import type { Tx } from '@goodword/db';
import { listDocuments } from '../../documents/index.ts';
import type { EngagementWithType } from '../partners.queries.ts';
import { credentialStatus, type Requirement, requirementsOf } from './credential.ts';
import type { CredentialRow } from './credentials.queries.ts';

/** Credentials with the state that their facts give them now, and what was handed in with them. */
export async function describeCredentials<Row extends { credential: CredentialRow }>(
  tx: Tx,
  rows: readonly Row[],
  now: Date,
) {
  const documents = await listDocuments(
    tx,
    'credential',
    rows.map(({ credential }) => credential.id),
  );
  return rows.map(({ credential, ...names }) => ({
    ...credential,
    ...names,
    status: credentialStatus(credential, now),
    documents: documents.get(credential.id) ?? [],
  }));
}

/** What running engagements ask for, against what the partner gave. */
export function requirementsFor(
  engagements: readonly EngagementWithType[],
  held: readonly { credential: CredentialRow }[],
  now: Date,
): Requirement[] {
  return requirementsOf(
    engagements
      .filter(({ engagement }) => engagement.endedAt === null)
      .map(({ engagement, type }) => ({
        typeName: type.name,
        regions: engagement.regions,
        rules: type.credentials,
      })),
    held.map(({ credential }) => credential),
    now,
  );
}
