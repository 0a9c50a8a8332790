import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { hashSecret } from '../../platform/vault.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { deleteDraft, findDraft, insertDraft, nextVersion, updateDraft } from './agreements.queries.ts';
import type { saveAgreementDraftInput } from './agreements.schema.ts';

/** What is accepted is exactly this: title and text. */
export function agreementHash({ title, body }: { title: string; body: string }): string {
  return hashSecret(`${title}\n${body}`);
}

/**
 * Writes the next version, or goes on with the one that is being written.
 * @throws `stale` when somebody else changed or published it meanwhile
 */
export async function saveDraft(
  ctx: Context,
  { basedOn, ...text }: z.infer<typeof saveAgreementDraftInput>,
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const set = { ...text, hash: agreementHash(text) };
  try {
    return await inScope(ctx, async (tx) => {
      const draft = await findDraft(tx);
      if ((draft?.hash ?? null) !== basedOn) throw changedMeanwhile();
      const id = draft?.id ?? newId('agreement', now);
      if (draft) {
        if (!(await updateDraft(tx, draft, set))) throw changedMeanwhile();
      } else {
        const version = await nextVersion(tx);
        await insertDraft(tx, { ...set, id, version, createdBy: actorId(ctx.actor), createdAt: now });
      }
      await recordChange(tx, ctx, {
        action: draft ? 'agreement.changed' : 'agreement.drafted',
        subjectType: 'agreement',
        subjectId: id,
        fields: Object.keys(text),
      });
      return { id };
    });
  } catch (cause) {
    if (violates(cause, 'agreements_one_draft') || violates(cause, 'agreements_version')) {
      throw changedMeanwhile(cause);
    }
    throw cause;
  }
}

/** Throws away what was never published. @throws `not_found` */
export async function discardDraft(ctx: Context, id: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    if (!(await deleteDraft(tx, id))) throw notFound('draft');
    await recordChange(tx, ctx, { action: 'agreement.discarded', subjectType: 'agreement', subjectId: id });
  });
}

export function changedMeanwhile(cause?: unknown): AppError {
  return new AppError('stale', {
    userMessage:
      'Somebody else changed this draft at the same moment. Keep a copy of your text, reload, and read theirs.',
    cause,
  });
}
