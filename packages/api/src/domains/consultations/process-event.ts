import type { Tx } from '@goodword/db';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { getApiKey } from '../api-keys/index.ts';
import { type ClientRow, findPatient, updateClient } from '../clients/index.ts';
import { convertInvites } from '../invites/index.ts';
import { grantRewards } from '../rewards/index.ts';
import {
  insertConsultation,
  lockInboundEvent,
  UNKNOWN_PATIENT,
  updateInboundEvent,
} from './consultations.queries.ts';
import { type ConsultationCompleted, inboundEvent } from './consultations.schema.ts';

type Care = ConsultationCompleted['data'];

/**
 * Works an accepted event: notes the consultation, converts the friend's invites, grants both sides their rewards; all
 * in one transaction, so that running it again changes nothing.
 * @param retry takes up an event again that was about nobody we knew
 */
export async function processEvent(ctx: Context, id: string, { retry = false } = {}): Promise<void> {
  await inScope(ctx, async (tx) => {
    const event = await lockInboundEvent(tx, id);
    if (!event || (event.processedAt && !(retry && event.outcome === UNKNOWN_PATIENT))) return;
    const { data } = inboundEvent.parse(event.payload);
    const key = await getApiKey(tx, event.apiKeyId);
    invariant(key, 'an event comes from a key');
    const outcome = await work(tx, ctx, key.name, data);
    await updateInboundEvent(tx, id, {
      processedAt: ctx.clock.now(),
      outcome,
      // What was noted elsewhere need not stay here; an unknown patient may still register.
      ...(outcome === UNKNOWN_PATIENT ? {} : { payload: {} }),
    });
  });
}

async function work(tx: Tx, ctx: Context, source: string, care: Care): Promise<string> {
  const { patientExternalId: externalId, patientEmail: email } = care;
  const patient = await findPatient(tx, { source, externalId, email });
  if (!patient) return UNKNOWN_PATIENT;
  if (externalId) await rememberExternalId(tx, patient, { source, externalId });

  const now = ctx.clock.now();
  const id = newId('consultation', now);
  const completedAt = new Date(care.completedAt);
  const isNew = await insertConsultation(tx, {
    id,
    clientId: patient.id,
    source,
    externalId: care.consultationId,
    payer: care.payer,
    completedAt,
    createdAt: now,
  });
  if (!isNew) return 'consultation_known';
  await recordChange(tx, ctx, {
    action: 'consultation.completed',
    subjectType: 'consultation',
    subjectId: id,
    payload: { clientId: patient.id },
  });
  const conversions = await convertInvites(tx, ctx, {
    friendClientId: patient.id,
    payer: care.payer,
    jurisdiction: care.jurisdiction,
    completedAt,
  });
  for (const conversion of conversions) await grantRewards(tx, ctx, conversion);
  return conversions.length > 0 ? 'converted' : 'recorded';
}

/** A system that names its patient by e-mail once can use its own id from then on. */
async function rememberExternalId(
  tx: Tx,
  patient: ClientRow,
  name: { source: string; externalId: string },
): Promise<void> {
  if (patient.externalId === null) await updateClient(tx, patient.id, name);
}
