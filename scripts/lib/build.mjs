import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, run } from './run.mjs';

/** The three apps: folder, name for people, setting of the port. */
export const apps = [
  { name: 'admin', folder: 'apps/admin', title: 'Admin', portSetting: 'ADMIN_PORT', urlSetting: 'ADMIN_URL' },
  {
    name: 'partner',
    folder: 'apps/partner-portal',
    title: 'Partner portal',
    portSetting: 'PARTNER_PORT',
    urlSetting: 'PARTNER_URL',
  },
  {
    name: 'patient',
    folder: 'apps/patient-portal',
    title: 'Patient portal',
    portSetting: 'PATIENT_PORT',
    urlSetting: 'PATIENT_URL',
  },
];

const api = {
  name: 'api',
  sources: ['packages/api', 'packages/db', 'packages/config'],
  output: 'packages/api/dist',
  proof: 'packages/api/dist/cli.mjs',
  cwd: 'packages/api',
  command: ['build.mjs'],
};

const pages = apps.map(({ name, folder }) => ({
  name,
  sources: [folder, 'packages/web', 'packages/ui', 'packages/api', 'packages/db', 'packages/config'],
  output: `${folder}/.next`,
  proof: `${folder}/.next/BUILD_ID`,
  cwd: folder,
  command: ['node_modules/next/dist/bin/next', 'build'],
}));

const notSource = new Set([
  'node_modules',
  '.next',
  '.turbo',
  'dist',
  'coverage',
  'e2e',
  'test',
  'bench',
  'testing',
]);
const notSourceFile = /(\.test\.tsx?|\.md|\.tsbuildinfo|next-env\.d\.ts)$/;

/** Builds the server programs if their sources changed; answers the names of what was built. */
export function buildApi() {
  return buildInTurn([api]);
}

/** The same for the pages of the apps. */
export function buildPages() {
  return buildInTurn(pages);
}

/** The same for everything. */
export function buildChanged() {
  return buildInTurn([api, ...pages]);
}

/** @param {(typeof api)[]} targets */
async function buildInTurn(targets) {
  const built = [];
  for (const target of targets) {
    if (await buildTarget(target)) built.push(target.name);
  }
  return built;
}

/** The mark lies inside the output: who deletes or rewrites the output loses the mark with it. @param {typeof api} target */
async function buildTarget(target) {
  const mark = join(root, target.output, 'goodword-sources');
  const fingerprint = fingerprintOf(target.sources);
  const isCurrent = existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint;
  if (isCurrent && existsSync(join(root, target.proof))) return false;
  // Writing the cache takes as long as a third of the build: worth it only where one build follows another.
  const cache = existsSync(join(root, target.proof)) ? {} : { GOODWORD_BUILD_CACHE: 'off' };
  await run(process.execPath, target.command, {
    name: `build-${target.name}`,
    cwd: join(root, target.cwd),
    env: { ...process.env, ...cache, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  writeFileSync(mark, fingerprint);
  return true;
}

/** @param {string[]} folders */
function fingerprintOf(folders) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [
    join(root, 'pnpm-lock.yaml'),
    ...folders.flatMap((folder) => sourceFiles(join(root, folder))),
  ]) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return notSource.has(entry.name) ? [] : sourceFiles(path);
      return entry.isFile() && !notSourceFile.test(entry.name) ? [path] : [];
    });
}
