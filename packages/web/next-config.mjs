import { fileURLToPath } from 'node:url';

/** Our packages ship TypeScript; the apps compile them. */
const ownPackages = ['@goodword/api', '@goodword/config', '@goodword/db', '@goodword/ui', '@goodword/web'];

/** The one Next configuration of the three apps. @type {import('next').NextConfig} */
export const nextConfig = {
  transpilePackages: ownPackages,
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'pdfkit', 'pg-boss', 'pino', 'postgres'],
  // Types are checked apart, with a compiler that Next cannot drive.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  experimental: {
    optimizePackageImports: ['@goodword/ui', '@goodword/web', '@goodword/api/client'],
    // A page is read when it is first asked for: reading all of them took a start a third of its time.
    preloadEntriesOnStart: false,
    turbopackFileSystemCacheForBuild: process.env.GOODWORD_BUILD_CACHE !== 'off',
  },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
