import type { z } from 'zod';
import { getAccount } from '../../../auth/accounts.queries.ts';
import { actorId, type Context, inScope } from '../../../platform/context.ts';
import { renderMail } from '../../notifications/index.ts';
import { partnerLetterMail } from '../mails/partner-letter.tsx';
import { getPartner } from '../partners.queries.ts';
import type { partnerMailPreview, previewPartnerMailInput } from './writing.schema.ts';

/** The mail exactly as this partner would get it. @throws `not_found` */
export async function previewPartnerMail(
  ctx: Context,
  { partnerId, subject, body }: z.infer<typeof previewPartnerMailInput>,
): Promise<z.infer<typeof partnerMailPreview>> {
  return inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, partnerId);
    const writer = await getAccount(tx, actorId(ctx.actor) ?? '');
    const contactName = partner.contactName ?? partner.name;
    const data = { contactName, subject, body, writerName: writer?.name ?? null };
    const mail = await renderMail(tx, ctx, { template: partnerLetterMail, data });
    return { to: partner.email, subject: mail.subject, html: mail.html };
  });
}
