import { nextConfig } from '@goodword/web/next-config';

export default nextConfig;
