import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { invariant } from '../../shared/errors.ts';

let fontRoot: string | undefined;

/**
 * Where a font file of one of our packages lies. Looked up from the running process and not from this module: Next
 * bundles the module, and a bundle no longer knows where it came from.
 */
export function fontFile(path: string): string {
  fontRoot ??= findFontRoot(process.cwd());
  return `${fontRoot}/${path}`;
}

function findFontRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(/* turbopackIgnore: true */ folder, 'pnpm-workspace.yaml'))) {
      return `${folder}/packages/api/node_modules`;
    }
    invariant(dirname(folder) !== folder, 'the program runs inside its own folder');
  }
}
