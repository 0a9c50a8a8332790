import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { invariant } from '../../shared/errors.ts';
import { newCode, newId } from '../../shared/id.ts';
import { skeletonOf } from './link-name.ts';
import { insertLink, insertName } from './links.queries.ts';
import { newSpokenCode } from './spoken-code.ts';

export interface NewLink {
  partnerId: string;
  campaign: string;
  placement: string;
  /** The code it has already, if any. */
  code?: string;
}

const ATTEMPTS = 20;

/**
 * A partner's link with a code nobody can guess and a code to say on the phone, in the transaction of its cause.
 * @throws a unique violation of `share_links_partner_campaign` when the partner has this one
 */
export async function openLink(tx: Tx, ctx: Context, link: NewLink): Promise<string> {
  const createdAt = ctx.clock.now();
  const id = newId('shareLink', createdAt);
  await insertLink(tx, { code: newCode(), ...link, id, createdAt });
  // Among 47 million a code is seldom taken; then the next one is.
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const name = newSpokenCode();
    const row = { linkId: id, partnerId: link.partnerId, kind: 'spoken', name, createdAt } as const;
    if (await insertName(tx, { ...row, skeleton: skeletonOf(name) })) return id;
  }
  invariant(false, 'there are free spoken codes');
}
