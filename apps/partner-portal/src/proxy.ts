import { createProxy } from '@goodword/web/proxy';

export const proxy = createProxy({
  url: (settings) => settings.partnerUrl,
  tokenPaths: [
    '/reset/',
    '/confirm-email/',
    '/join/',
    '/invitation/',
    '/look/',
    '/apply/confirm/',
    '/apply/continue/',
  ],
});

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|healthz|readyz).*)'] };
