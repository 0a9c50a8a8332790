import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { beginLook, findAskedLook, type OpenLook } from '../../auth/looks.queries.ts';
import { LOOK_MINUTES, lookCookie } from '../../auth/looks.ts';
import { publicFormPerAddress } from '../../auth/throttle.ts';
import { consumeToken, linkInvalid, readToken } from '../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { hashSecret } from '../../platform/vault.ts';
import { addMinutes } from '../../shared/clock.ts';
import { newSecret } from '../../shared/id.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { closeLook } from './end-look.ts';
import type { lookOffer } from './looks.schema.ts';

/** What the page behind the address shows. Changes nothing. @throws `link_invalid` */
export async function readOffer(ctx: RequestContext, token: string): Promise<z.infer<typeof lookOffer>> {
  // Elevated: the link is the credential, and it names the one look that is read.
  return inScope(elevated(ctx), async (tx) => {
    const { subjectId } = await readToken(tx, ctx, 'enter_look', token);
    const { look, staff, partnerName } = await requireAsked(tx, ctx, subjectId);
    return { partnerName, staffName: staff.name, reason: look.reason, minutes: LOOK_MINUTES };
  });
}

/**
 * Uses the address up: this browser sees the portal as the partner does, and nothing else. Of many at once one gets in.
 * A look that still lasts in this browser ends.
 * @throws `link_invalid`, `rate_limited`
 */
export async function enterLook(ctx: RequestContext, token: string): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  const startedAt = ctx.clock.now();
  const secret = newSecret();
  // Elevated: the link was handed to one administrator a moment ago, and it names the look.
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const { subjectId } = await consumeToken(tx, system, 'enter_look', token);
    const { look, staff } = await requireAsked(tx, system, subjectId);
    if (ctx.principal?.look) await closeLook(tx, system, ctx.principal.look.id, 'left');
    const endsAt = addMinutes(startedAt, LOOK_MINUTES);
    await beginLook(tx, look.id, { sessionHash: hashSecret(secret), startedAt, endsAt });
    await recordChange(
      tx,
      { ...system, actor: { type: 'staff', accountId: staff.id, role: 'admin' } },
      {
        action: 'partner.look_began',
        subjectType: 'partner',
        subjectId: look.partnerId,
        payload: { lookId: look.id },
      },
    );
  });
  ctx.setCookie(lookCookie(secret, ctx.urls.partner.startsWith('https:')));
}

async function requireAsked(tx: Tx, ctx: Context, id: string): Promise<OpenLook> {
  const found = await findAskedLook(tx, id, ctx.clock.now());
  if (!found) throw linkInvalid();
  return found;
}
