import { readEnv } from '@goodword/config/env';
import type { MetadataRoute } from 'next';
import { api } from '../trpc/server.ts';

export const dynamic = 'force-dynamic';

/** The pages anybody may find. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { partnerUrl } = readEnv();
  const pages = await (await api()).landing.list();
  return ['/', '/apply', ...pages.map(({ typeCode, region }) => `/for/${typeCode}/${region}`)].map(
    (path) => ({ url: `${partnerUrl}${path}` }),
  );
}
