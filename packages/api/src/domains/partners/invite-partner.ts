import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { enrolPartner } from './enrol-partner.ts';
import { getPartner, listMembers } from './partners.queries.ts';
import type { invitePartnerInput } from './partners.schema.ts';

/**
 * Adds a partner as `invited`; the invitation leaves by mail.
 * @throws `not_found` (partner type), `invalid_input` (regions)
 */
export async function invitePartner(
  ctx: Context,
  input: z.infer<typeof invitePartnerInput>,
): Promise<{ id: string }> {
  return inScope(ctx, async (tx) => {
    const id = await enrolPartner(tx, ctx, {
      ...input,
      status: 'invited',
      invitedBy: actorId(ctx.actor) ?? undefined,
    });
    await recordChange(tx, ctx, {
      action: 'partner.invited',
      subjectType: 'partner',
      subjectId: id,
      to: 'invited',
    });
    return { id };
  });
}

/**
 * Sends the invitation once more, with a new link; the earlier one stops working.
 * @throws `not_found`, `not_eligible` when there is nobody to invite or an account exists
 */
export async function resendInvitation(ctx: Context, input: { id: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, input.id);
    if (!['invited', 'approved'].includes(partner.status)) {
      throw refuse('An invitation can be sent while a partner is invited or approved.');
    }
    if (!partner.email)
      throw refuse('This partner has no e-mail address yet. Add one, then send the invitation.');
    if ((await listMembers(tx, partner.id)).length > 0) {
      throw refuse('This partner has an account already and can sign in.');
    }
    await recordChange(tx, ctx, {
      action: 'partner.invitation_resent',
      subjectType: 'partner',
      subjectId: partner.id,
    });
  });
}

function refuse(userMessage: string): AppError {
  return new AppError('not_eligible', { userMessage });
}
