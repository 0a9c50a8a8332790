import { readEnv } from '@goodword/config/env';
import type { MetadataRoute } from 'next';

export const dynamic = 'force-dynamic';

/** Landing pages are for everybody; what a link in a mail opens is not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: ['/$', '/for/', '/apply$'], disallow: '/' },
    sitemap: `${readEnv().partnerUrl}/sitemap.xml`,
  };
}
