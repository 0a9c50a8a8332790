import { connect } from '@goodword/db';
import { importKinds } from '../../src/domains/imports/import-kinds.ts';
import { workRuns } from '../../src/domains/runs/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { createVault } from '../../src/platform/vault.ts';

/** A process of its own that works one run to its end, unless it is killed before. Started by `startMortalWorker`. */
const [url = '', runId, now = ''] = process.argv.slice(2);
const db = connect({ url, max: 2 });
const ctx: Context = {
  db,
  scope: { audience: 'worker' },
  actor: { type: 'worker' },
  clock: { now: () => new Date(now) },
  vault: createVault('a secret for tests that is long enough'),
  urls: { admin: '', partner: '', patient: '', edge: '' },
  requestId: 'mortal',
};
process.stdout.write('begun\n');
while (await workRuns(ctx, importKinds, runId)) process.stdout.write('batch\n');
await db.end();
