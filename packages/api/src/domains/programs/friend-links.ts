import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { newCode, newId } from '../../shared/id.ts';
import { insertFriendLinks, listFriendLinks } from './friend-links.queries.ts';
import { listActivePrograms } from './programs.queries.ts';

/** Gives a patient one link for each active program; links that exist stay as they are. */
export async function giveFriendLinks(tx: Tx, ctx: Context, clientId: string): Promise<void> {
  const owned = new Set((await listFriendLinks(tx, clientId)).map((link) => link.programId));
  const programs = await listActivePrograms(tx);
  const missing = programs.filter((program) => !owned.has(program.id));
  await insertFriendLinks(
    tx,
    missing.map((program) => newFriendLink(ctx, { clientId, programId: program.id })),
  );
}

export function newFriendLink(ctx: Context, owner: { clientId: string; programId: string }) {
  const now = ctx.clock.now();
  return { id: newId('shareLink', now), code: newCode(), campaign: 'friends', createdAt: now, ...owner };
}

/** Where a code leads: the edge counts the click and passes on to the friend's page. */
export function shareUrl(ctx: Context, code: string): string {
  return `${ctx.urls.edge}/r/${code}`;
}
