import type { Tx } from '@goodword/db';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { requireOrganisation } from '../identity/index.ts';
import { isReserved, skeletonOf } from './link-name.ts';
import {
  codeExists,
  insertName,
  listNames,
  lockPartnerLink,
  replaceSlug,
  takeUpName,
} from './links.queries.ts';
import { isOffensive } from './offensive-words.ts';

/** Names are never given back, so a link may not collect them without end. */
const MOST_SLUGS = 10;

interface NewSlug {
  linkId: string;
  partnerId: string;
  slug: string;
}

/**
 * Gives a link its own address, or takes it away again. Earlier addresses keep leading here for good: they are printed.
 * @throws `not_found`, `already_exists` when another link has this name or one like it, `invalid_input` for words that
 *   are not given out
 */
export async function changeSlug(
  ctx: Context,
  input: { id: string; partnerId: string; slug: string | null },
): Promise<{ id: string }> {
  const { id, partnerId, slug } = input;
  if (slug) await requireNoCode(ctx, slug);
  await inScope(ctx, async (tx) => {
    // Locked, so that two changes at once come one after the other and one address is the current one.
    const link = await lockPartnerLink(tx, { id, partnerId });
    if (!link) throw notFound('link');
    if (slug) await giveSlug(tx, ctx, { linkId: id, partnerId, slug });
    else await withoutSlug(tx, ctx, { linkId: id, partnerId });
  });
  return { id };
}

/**
 * Nobody may choose what is somebody's code. Only the system sees all codes, and here it answers yes or no.
 * @throws `already_exists`
 */
export async function requireNoCode(ctx: Context, slug: string): Promise<void> {
  if (await inScope(elevated(ctx), (tx) => codeExists(tx, slug))) throw taken();
}

/** In the transaction that made or locked the link, after `requireNoCode`. */
export async function giveSlug(tx: Tx, ctx: Context, { linkId, partnerId, slug }: NewSlug): Promise<void> {
  const organisation = await requireOrganisation(tx);
  if (isReserved(slug, organisation.name)) throw refused('This address is kept for the organisation itself.');
  if (isOffensive(slug)) throw refused('This address holds a word that we do not put into links.');
  const now = ctx.clock.now();
  const skeleton = skeletonOf(slug);
  const names = await listNames(tx, [linkId]);
  const slugs = names.filter(({ kind }) => kind === 'slug');
  const known = slugs.find((name) => name.skeleton === skeleton);
  if (known?.name === slug && known.replacedAt === null) return;
  if (!known && slugs.length >= MOST_SLUGS) {
    throw refused(
      `This link has had ${MOST_SLUGS} addresses, and all of them keep working. Make a new link for another one.`,
    );
  }
  await replaceSlug(tx, linkId, now);
  if (known) await takeUpName(tx, { skeleton, name: slug });
  else {
    const name = { skeleton, linkId, partnerId, kind: 'slug', name: slug, createdAt: now } as const;
    if (!(await insertName(tx, name))) throw taken();
  }
  await recordSlug(tx, ctx, { linkId, partnerId });
}

async function withoutSlug(tx: Tx, ctx: Context, key: Omit<NewSlug, 'slug'>): Promise<void> {
  if (await replaceSlug(tx, key.linkId, ctx.clock.now())) await recordSlug(tx, ctx, key);
}

function recordSlug(tx: Tx, ctx: Context, { linkId, partnerId }: Omit<NewSlug, 'slug'>): Promise<void> {
  return recordChange(tx, ctx, {
    action: 'share_link.renamed',
    subjectType: 'share_link',
    subjectId: linkId,
    fields: ['slug'],
    payload: { partnerId },
  });
}

function refused(sentence: string): AppError {
  return new AppError('invalid_input', {
    userMessage: `${sentence} Choose another one.`,
    fields: { slug: sentence },
  });
}

function taken(): AppError {
  const sentence = 'This address, or one that looks like it, is taken.';
  return new AppError('already_exists', {
    userMessage: `${sentence} Choose another one, for example with your town or the year in it.`,
    fields: { slug: sentence },
  });
}
