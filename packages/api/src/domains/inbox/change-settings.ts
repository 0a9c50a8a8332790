import type { z } from 'zod';
import { allows } from '../../auth/permissions.ts';
import type { Principal } from '../../auth/sessions.ts';
import { accountIdOf, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { kindsFor } from './catalogue.ts';
import { choicesOf, rhythmOf, saveChoice, saveRhythm } from './inbox.queries.ts';
import type { chooseChannelInput, chooseDigestInput, notificationSettings } from './inbox.schema.ts';
import { channelsFor } from './inbox.ts';

/** Until somebody chooses. */
export const DEFAULT_RHYTHM = 'daily';

const kindsOf = (principal: Principal) =>
  kindsFor({ audience: principal.audience, may: (permission) => allows(permission, principal.role) });

/** What the person is told and how, kind by kind. */
export async function readSettings(
  ctx: Context,
  principal: Principal,
): Promise<z.infer<typeof notificationSettings>> {
  return inScope(ctx, async (tx) => {
    const accountId = accountIdOf(ctx);
    const [choices, rhythm] = await Promise.all([choicesOf(tx, [accountId]), rhythmOf(tx, accountId)]);
    return {
      rhythm: rhythm ?? DEFAULT_RHYTHM,
      kinds: kindsOf(principal).map((kind) => ({
        kind: kind.name,
        label: kind.label,
        group: kind.group,
        channels: channelsFor(kind, choices.get(accountId) ?? []),
        mailNeeded: kind.mailNeeded,
      })),
    };
  });
}

/**
 * @throws `not_found` for a kind that people like this one are never told, `invalid_input` for a mail that has to be
 *   sent
 */
export async function chooseChannel(
  ctx: Context,
  principal: Principal,
  { kind: name, channel, enabled }: z.infer<typeof chooseChannelInput>,
): Promise<void> {
  const kind = kindsOf(principal).find((candidate) => candidate.name === name);
  if (!kind) throw notFound('kind of notification');
  if (channel === 'email' && kind.mailNeeded && !enabled) {
    throw new AppError('invalid_input', {
      userMessage: 'This e-mail is part of the business itself and cannot be switched off.',
    });
  }
  await inScope(ctx, async (tx) => {
    await saveChoice(tx, { ...ownerOf(ctx), kind: name, channel, enabled, changedAt: ctx.clock.now() });
    await recordChange(tx, ctx, {
      action: 'account.notifications_changed',
      subjectType: 'account',
      subjectId: accountIdOf(ctx),
      fields: [`${name}.${channel}`],
    });
  });
}

/** How often the person wants what is unread in one mail. */
export async function chooseDigest(
  ctx: Context,
  { rhythm }: z.infer<typeof chooseDigestInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    await saveRhythm(tx, { ...ownerOf(ctx), rhythm, changedAt: ctx.clock.now() });
    await recordChange(tx, ctx, {
      action: 'account.notifications_changed',
      subjectType: 'account',
      subjectId: accountIdOf(ctx),
      fields: ['digest'],
    });
  });
}

function ownerOf(ctx: Context) {
  const { partnerId, clientId } = ctx.scope;
  return { accountId: accountIdOf(ctx), partnerId: partnerId ?? null, clientId: clientId ?? null };
}
