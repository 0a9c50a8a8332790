import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { partnerMachine } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { insertAccount } from '../../../auth/accounts.queries.ts';
import { requireUnbreached } from '../../../auth/breached.ts';
import { hashPassword } from '../../../auth/password.ts';
import { noteSignIn } from '../../../auth/sign-ins.ts';
import { publicFormPerAddress } from '../../../auth/throttle.ts';
import { consumeToken, readToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { moveState } from '../../../platform/move-state.queries.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { AppError, violates } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import { findPartner, listMembers, lockPartner, type PartnerRow } from '../partners.queries.ts';
import type { acceptInvitationInput, invitationOutput } from './onboarding.schema.ts';

type Invited = PartnerRow & { email: string; emailNormalised: string };

/** What the page behind an invitation shows. Changes nothing. @throws `link_invalid` */
export async function readInvitation(
  ctx: Context,
  input: { token: string },
): Promise<z.infer<typeof invitationOutput>> {
  // Elevated: the link is the credential, and it names the one partner that is read.
  return inScope(elevated(ctx), async (tx) => {
    const token = await readToken(tx, ctx, 'accept_invitation', input.token);
    const { name, email, contactName } = await requireInvited(tx, await findPartner(tx, token.subjectId));
    return { partnerName: name, email, contactName };
  });
}

/**
 * Uses up the invitation, creates the owner's account and opens its session. A partner that staff invited goes to
 * review with it; an approved one stays approved until it accepts the agreement.
 * @throws `link_invalid`, `already_exists` when the address signs in for another partner, `rate_limited`,
 * `invalid_input` (password)
 */
export async function acceptInvitation(
  ctx: RequestContext,
  input: z.infer<typeof acceptInvitationInput>,
): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  // Hashing is slow on purpose: a dead link is refused before it.
  await readInvitation(ctx, input);
  requireUnbreached(input.password);
  const passwordHash = await hashPassword(input.password);
  // Elevated: the link proves the mailbox of this one partner; nobody is signed in yet.
  const system = elevated(ctx);
  const account = await inScope(system, async (tx) => {
    // The partner first, as whoever changes its address or takes the invitation back takes it first: one of both counts.
    const { subjectId } = await readToken(tx, system, 'accept_invitation', input.token);
    const partner = await requireInvited(tx, await lockPartner(tx, subjectId));
    await consumeToken(tx, system, 'accept_invitation', input.token);
    const id = await createOwner(tx, system, partner, { name: input.name, passwordHash });
    await recordChange(tx, system, {
      action: 'partner.invitation_accepted',
      subjectType: 'partner',
      subjectId: partner.id,
      payload: { accountId: id },
    });
    if (partner.status === 'invited') {
      await moveState(tx, system, {
        machine: partnerMachine,
        table: partners,
        id: partner.id,
        to: 'pending_review',
        set: { appliedAt: ctx.clock.now() },
      });
    }
    return { id };
  }).catch(explainKnownAddress);
  await noteSignIn(ctx, { accountId: account.id, outcome: 'signed_in', method: 'link' });
  ctx.setCookie(await ctx.sessions.open(account, { twoFactorDone: false }));
}

async function createOwner(
  tx: Tx,
  ctx: Context,
  partner: Invited,
  person: { name: string; passwordHash: string },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('account', now);
  await insertAccount(tx, {
    ...person,
    id,
    audience: 'partner',
    email: partner.email,
    emailNormalised: partner.emailNormalised,
    partnerId: partner.id,
    partnerRole: 'owner',
    // The link arrived in this mailbox.
    emailVerifiedAt: now,
    createdAt: now,
  });
  return id;
}

/** An invitation counts while the partner waits for it and nobody has an account there. */
async function requireInvited(tx: Tx, partner: PartnerRow | undefined): Promise<Invited> {
  const waits = partner && ['invited', 'approved'].includes(partner.status);
  if (
    !waits ||
    partner.invitationRevokedAt ||
    !partner.email ||
    !partner.emailNormalised ||
    (await listMembers(tx, partner.id)).length > 0
  ) {
    throw new AppError('link_invalid', {
      userMessage:
        'This link was used before or is too old. Ask for a new one, or sign in if you already have an account.',
    });
  }
  return { ...partner, email: partner.email, emailNormalised: partner.emailNormalised };
}

function explainKnownAddress(error: unknown): never {
  if (!violates(error, 'accounts_audience_email')) throw error;
  throw new AppError('already_exists', {
    userMessage:
      'This e-mail address signs in for another partner already. Ask us to send the invitation to a different address.',
    cause: error,
  });
}
