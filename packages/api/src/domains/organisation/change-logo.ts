import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { requireOrganisation, updateOrganisation } from '../identity/index.ts';
import { logoTypeOf, MOST_LOGO_BYTES } from './logo.ts';
import { findLogo, insertLogo } from './logos.queries.ts';
import type { logoOutput } from './organisation.schema.ts';

/**
 * Shows this picture as the organisation's logo, or the product's mark again.
 * @throws `invalid_input` for anything but a small PNG, JPEG or WebP
 */
export async function changeLogo(ctx: Context, file: string | null): Promise<void> {
  const logo = file === null ? null : readLogo(file);
  await inScope(ctx, async (tx) => {
    const logoHash = logo?.hash ?? null;
    if ((await requireOrganisation(tx)).logoHash === logoHash) return;
    if (logo) await insertLogo(tx, { ...logo, createdAt: ctx.clock.now() });
    await updateOrganisation(tx, { logoHash });
    await recordChange(tx, ctx, {
      action: 'organisation.changed',
      subjectType: 'organisation',
      subjectId: 'org',
      fields: ['logoHash'],
    });
  });
}

function readLogo(file: string) {
  const bytes = Buffer.from(file, 'base64');
  const contentType = logoTypeOf(bytes);
  if (!contentType) {
    throw refused(
      'This is no PNG, JPEG or WebP picture. Save it as one of these; an SVG can carry scripts and is not taken.',
    );
  }
  if (bytes.length > MOST_LOGO_BYTES) {
    const kilobytes = Math.ceil(bytes.length / 1000);
    throw refused(`This picture has ${kilobytes} kB. A logo can have at most ${MOST_LOGO_BYTES / 1000} kB.`);
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { hash, contentType, content: bytes.toString('base64') };
}

function refused(userMessage: string): AppError {
  return new AppError('invalid_input', { userMessage, fields: { file: userMessage } });
}

/** A logo by its hash: a picture everybody may see. @throws `not_found` */
export async function readLogoFile(ctx: Context, hash: string): Promise<z.infer<typeof logoOutput>> {
  const row = await inScope(ctx, (tx) => findLogo(tx, hash));
  if (!row) throw notFound('logo');
  return { contentType: row.contentType, content: row.content };
}
