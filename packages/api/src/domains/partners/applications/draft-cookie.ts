import type { RequestContext } from '../../../trpc/context.ts';

const NAME = 'goodword_application';
const SECRET = new RegExp(`(?:^|;\\s*)${NAME}=([0-9a-z]{32})(?:;|$)`);

/** The secret of the draft that this browser writes on. */
export function readDraftSecret(ctx: RequestContext): string | null {
  return SECRET.exec(ctx.cookieHeader ?? '')?.[1] ?? null;
}

/** Hands the draft to this browser, or takes it away. Scripts never see the secret, and it is in no address. */
export function setDraftSecret(ctx: RequestContext, secret: string | null, days = 14): void {
  const secure = ctx.urls.partner.startsWith('https:') ? '; Secure' : '';
  const age = secret ? days * 86_400 : 0;
  ctx.setCookie(`${NAME}=${secret ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`);
}
