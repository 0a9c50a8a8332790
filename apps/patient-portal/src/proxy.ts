import { createProxy } from '@goodword/web/proxy';

export const proxy = createProxy({
  url: (settings) => settings.patientUrl,
  tokenPaths: [
    '/reset/',
    '/confirm-email/',
    '/confirm/',
    '/intake/',
    '/verify/',
    '/consent/',
    '/decline/',
    '/i/',
    '/start/',
  ],
});

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|healthz|readyz).*)'] };
