import { createProxy } from '@goodword/web/proxy';

export const proxy = createProxy({
  url: (settings) => settings.adminUrl,
  tokenPaths: ['/setup/', '/reset/', '/confirm-email/', '/join/'],
});

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|healthz|readyz).*)'] };
