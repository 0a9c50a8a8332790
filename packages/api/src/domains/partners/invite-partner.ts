import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { retireTokens } from '../../auth/known-links.ts';
import { invitationsPerPerson, lettersPerRecipient } from '../../auth/throttle.ts';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { enrolPartner } from './enrol-partner.ts';
import { listOpenInvitations } from './invitations.queries.ts';
import { listMembers, lockPartner, type PartnerRow, updatePartnerRow } from './partners.queries.ts';
import type { invitePartnerInput, openInvitationList } from './partners.schema.ts';

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
export async function resendInvitation(ctx: RequestContext, input: { id: string }): Promise<void> {
  await ctx.throttle.take(invitationsPerPerson, ctx.vault.keyedHash('invitations', actorId(ctx.actor) ?? ''));
  await withInvited(ctx, input.id, async (tx, partner) => {
    if (!partner.email)
      throw refuse('This partner has no e-mail address yet. Add one, then send the invitation.');
    // Within the throttle of the person, one mailbox still gets only so many letters.
    await ctx.throttle.take(lettersPerRecipient, ctx.vault.keyedHash('partner-invitation', partner.id));
    await updatePartnerRow(tx, partner.id, { invitationRevokedAt: null });
    await recordInvitation(tx, ctx, partner.id, 'partner.invitation_resent');
  });
}

/**
 * Takes an open invitation back: its link stops working, and none leaves until somebody sends it again. The partner stays.
 * @throws `not_found`, `not_eligible` when an account exists or it was taken back before
 */
export async function revokeInvitation(ctx: Context, input: { id: string }): Promise<void> {
  await withInvited(ctx, input.id, async (tx, partner) => {
    if (partner.invitationRevokedAt) throw refuse('This invitation was taken back before.');
    await updatePartnerRow(tx, partner.id, { invitationRevokedAt: ctx.clock.now() });
    await recordInvitation(tx, ctx, partner.id, 'partner.invitation_revoked');
  });
}

/**
 * A partner nobody signs in for yet, with its link out of use. The partner is locked first, as whoever accepts locks it
 * first: of both at once one counts.
 */
async function withInvited(
  ctx: Context,
  id: string,
  work: (tx: Tx, partner: PartnerRow) => Promise<void>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const partner = await lockPartner(tx, id);
    if (!partner) throw notFound('partner');
    await retireTokens(tx, ctx, ['accept_invitation'], id);
    if ((await listMembers(tx, partner.id)).length > 0) {
      throw refuse('This partner has an account already and can sign in.');
    }
    if (!['invited', 'approved'].includes(partner.status)) {
      throw refuse('An invitation can be sent while a partner is invited or approved.');
    }
    await work(tx, partner);
  });
}

/** Partners asked to join, or approved, for which nobody signs in yet; the newest first. */
export async function openInvitations(ctx: Context): Promise<z.infer<typeof openInvitationList>> {
  const now = ctx.clock.now();
  const rows = await inScope(ctx, listOpenInvitations);
  return rows.map(({ revokedAt, sentAt, expiresAt, usedAt, ...row }) => ({
    ...row,
    sentAt,
    expiresAt,
    state: invitationState({ revokedAt, expiresAt, usedAt }, now),
  }));
}

function invitationState(
  { revokedAt, expiresAt, usedAt }: { revokedAt: Date | null; expiresAt: Date | null; usedAt: Date | null },
  now: Date,
): 'sending' | 'waiting' | 'expired' | 'revoked' {
  if (revokedAt) return 'revoked';
  // The link is made with the letter that carries it; until then the one before is out of use.
  if (!expiresAt || usedAt) return 'sending';
  return expiresAt <= now ? 'expired' : 'waiting';
}

function recordInvitation(tx: Tx, ctx: Context, id: string, action: string): Promise<void> {
  return recordChange(tx, ctx, { action, subjectType: 'partner', subjectId: id });
}

function refuse(userMessage: string): AppError {
  return new AppError('not_eligible', { userMessage });
}
