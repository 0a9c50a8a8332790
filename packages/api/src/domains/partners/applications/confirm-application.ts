import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { type ApplicationOutcome, partnerMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { publicFormPerAddress } from '../../../auth/throttle.ts';
import { consumeToken, linkInvalid, readToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { newId } from '../../../shared/id.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { getPartnerType } from '../../catalogue/index.ts';
import { keepDocumentsUntil, moveDocuments } from '../../documents/index.ts';
import { addDefaultEngagement, enrolPartner } from '../enrol-partner.ts';
import { listEngagements, type PartnerRow } from '../partners.queries.ts';
import { toColumns } from '../update-partner.ts';
import { findRejectedByEmail, insertApplication, listQuestions } from './applications.queries.ts';
import { type applicationConfirmation, applyInput, type Question } from './applications.schema.ts';
import { type DraftRow, findDraft, lockDraft } from './drafts.queries.ts';
import { forgetDraft, subjectOf } from './drafts.ts';
import { questionsFor } from './questions.ts';

const sentForm = applyInput.extend({ submittedAt: z.iso.datetime() });
type SentForm = z.infer<typeof sentForm>;

/** What the page behind the link shows. Changes nothing. @throws `link_invalid` */
export async function readConfirmation(
  ctx: Context,
  input: { token: string },
): Promise<z.infer<typeof applicationConfirmation>> {
  // Elevated: the link is the credential, and it names the one draft that is read.
  return inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'confirm_application', input.token);
    const { companyName, email } = openSent(ctx, await findDraft(tx, subjectId));
    return { companyName, email };
  });
}

/**
 * The mailbox is proven: the draft becomes an application. Somebody who was rejected goes back to review once its
 * cool-off is over; before, the answer is the same and nothing moves, and staff see that it tried.
 * @throws `link_invalid`, `rate_limited`
 */
export async function confirmApplication(
  ctx: RequestContext,
  input: { token: string },
): Promise<{ reference: string }> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    // The draft first, as whoever sends it again takes it first: of both at once one counts.
    const { subjectId: draftId } = await readToken(tx, system, 'confirm_application', input.token);
    const form = openSent(system, await lockDraft(tx, draftId));
    await consumeToken(tx, system, 'confirm_application', input.token);
    const rejected = await findRejectedByEmail(tx, normaliseEmail(form.email));
    const isEarly = rejected?.reapplyAfter ? rejected.reapplyAfter > ctx.clock.now() : false;
    const partnerId = isEarly && rejected ? rejected.id : await takeOn(tx, system, form, rejected);
    await noteAttempt(tx, system, { partnerId, form, outcome: isEarly ? 'in_cool_off' : 'in_review' });
    if (!isEarly) {
      const to = { type: 'application', id: partnerId } as const;
      // What it handed in before the rejection belongs to the application again and is not deleted under review.
      await moveDocuments(tx, { from: subjectOf(draftId), to, partnerId });
      await keepDocumentsUntil(tx, to, null);
    }
    await forgetDraft(tx, system, draftId);
    return { reference: partnerId };
  });
}

function openSent(ctx: Context, draft: DraftRow | undefined): SentForm {
  if (!draft?.sentSealed || draft.expiresAt <= ctx.clock.now()) throw linkInvalid();
  return sentForm.parse(JSON.parse(ctx.vault.decrypt(draft.sentSealed)));
}

async function takeOn(
  tx: Tx,
  ctx: Context,
  form: SentForm,
  rejected: PartnerRow | undefined,
): Promise<string> {
  const { companyName: name, answers: _, submittedAt: __, ...rest } = form;
  if (rejected) {
    await returnToReview(tx, ctx, { ...rest, name }, rejected);
    return rejected.id;
  }
  const id = await enrolPartner(tx, ctx, {
    ...rest,
    name,
    status: 'pending_review',
    appliedAt: ctx.clock.now(),
  });
  await recordChange(tx, ctx, {
    action: 'partner.applied',
    subjectType: 'partner',
    subjectId: id,
    to: 'pending_review',
  });
  return id;
}

/** The same partner under the same id, as it describes itself now. */
async function returnToReview(
  tx: Tx,
  ctx: Context,
  form: Omit<SentForm, 'companyName' | 'answers' | 'submittedAt'> & { name: string },
  partner: PartnerRow,
): Promise<void> {
  const { partnerTypeCode, regions, ...fields } = form;
  await moveState(tx, ctx, {
    machine: partnerMachine,
    table: partners,
    id: partner.id,
    to: 'pending_review',
    action: 'partner.applied',
    set: {
      ...toColumns(fields, fields.country ?? partner.country),
      appliedAt: ctx.clock.now(),
      reapplyAfter: null,
      rejectionMessage: null,
    },
  });
  const present = await listEngagements(tx, { partnerIds: [partner.id] });
  if (present.some(({ type }) => type.code === partnerTypeCode)) return;
  const type = await getPartnerType(tx, partnerTypeCode);
  await addDefaultEngagement(tx, ctx, { partnerId: partner.id, type, regions });
}

async function noteAttempt(
  tx: Tx,
  ctx: Context,
  attempt: { partnerId: string; form: SentForm; outcome: ApplicationOutcome },
): Promise<void> {
  const { partnerId, form, outcome } = attempt;
  const now = ctx.clock.now();
  const type = await getPartnerType(tx, form.partnerTypeCode);
  const asked = questionsFor(type, form.regions, await listQuestions(tx));
  await insertApplication(tx, {
    id: newId('application', now),
    partnerId,
    partnerTypeCode: type.code,
    outcome,
    // Of an attempt that changes nothing, nothing is kept but that it was made.
    answers: outcome === 'in_review' ? answersOf(asked, form.answers ?? {}) : [],
    submittedAt: new Date(form.submittedAt),
    verifiedAt: now,
  });
  if (outcome === 'in_cool_off') {
    await recordChange(tx, ctx, {
      action: 'partner.applied_in_cool_off',
      subjectType: 'partner',
      subjectId: partnerId,
    });
  }
}

/** Answers to what was asked, in its order; what else stands in the form is dropped. */
function answersOf(asked: readonly Question[], answers: Record<string, string>) {
  return asked.flatMap(({ key, label }) => {
    const answer = answers[key]?.trim();
    return answer ? [{ key, label, answer }] : [];
  });
}
