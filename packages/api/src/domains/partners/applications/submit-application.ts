import type { z } from 'zod';
import { retireTokens } from '../../../auth/known-links.ts';
import { lettersPerRecipient, publicFormPerAddress } from '../../../auth/throttle.ts';
import { elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { AppError } from '../../../shared/errors.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { getPartnerType } from '../../catalogue/index.ts';
import { requireRegionsOfType } from '../partner.ts';
import { listQuestions } from './applications.queries.ts';
import type { applyInput } from './applications.schema.ts';
import { updateDraft } from './drafts.queries.ts';
import { ownDraft, seal } from './drafts.ts';
import { notOffered, questionsFor, unanswered } from './questions.ts';

/** What nobody confirmed from its mailbox in this time is forgotten. */
const UNCONFIRMED_DAYS = 7;

/**
 * Takes an application from the public form and has a link sent to its address. Nobody reads it before that link was
 * used: until then there is no partner, only a sealed text that ends. Known and unknown addresses get the same answer.
 * @throws `rate_limited`, `not_found` (partner type), `invalid_input` (regions, answers)
 */
export async function submitApplication(
  ctx: RequestContext,
  input: z.infer<typeof applyInput>,
): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  // Elevated: a visitor has no scope of its own, and writes exactly one draft.
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const type = await getPartnerType(tx, input.partnerTypeCode);
    requireRegionsOfType(type, input.regions);
    const asked = questionsFor(type, input.regions, await listQuestions(tx));
    requireAnswers(asked, input.answers ?? {});
    const recipient = ctx.vault.keyedHash('application', normaliseEmail(input.email));
    await ctx.throttle.take(lettersPerRecipient, recipient);
    const draft = await ownDraft(tx, ctx);
    const now = ctx.clock.now();
    await updateDraft(tx, draft.id, {
      sentSealed: seal(ctx, { ...input, submittedAt: now.toISOString() }),
      expiresAt: addDays(now, UNCONFIRMED_DAYS),
    });
    // A link that went to the address stated before must not confirm what is sent now.
    await retireTokens(tx, system, ['confirm_application'], draft.id);
    await recordChange(tx, system, {
      action: 'application_draft.submitted',
      subjectType: 'application_draft',
      subjectId: draft.id,
    });
  });
}

function requireAnswers(asked: Parameters<typeof unanswered>[0], answers: Record<string, string>): void {
  const fields: Record<string, string> = {};
  for (const { key } of notOffered(asked, answers)) fields[`answers.${key}`] = 'Choose one of the answers.';
  for (const { key } of unanswered(asked, answers)) fields[`answers.${key}`] = 'Answer this question.';
  const [userMessage] = Object.values(fields);
  if (userMessage) throw new AppError('invalid_input', { userMessage, fields });
}
