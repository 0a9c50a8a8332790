import { createProxy } from '@goodword/web/proxy';

export const proxy = createProxy({
  url: (settings) => settings.adminUrl,
  tokenPaths: ['/reset/', '/confirm-email/', '/join/'],
});

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|healthz|readyz).*)'] };
