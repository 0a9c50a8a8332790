import { fork } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import postgres from 'postgres';
import type { Order, Report } from './load.ts';
import { type Measurement, measurements } from './measurements.ts';
import type { Setup } from './places.ts';
import { medianRound, type RoundResult } from './statistics.ts';

export interface Figure {
  key: string;
  name: string;
  bare: RoundResult;
  product: RoundResult;
  ratio: number;
  leastRatio: number | null;
  mostP99: number | null;
  met: boolean;
}

export interface Figures {
  measuredAt: string;
  machine: Record<string, string | number>;
  rounds: number;
  seconds: number;
  connections: number;
  figures: Figure[];
}

interface Options {
  setup: Setup;
  rounds: number;
  seconds: number;
  only: string | undefined;
  say(text: string): void;
}

/** Measures everything in one go: product and bare statements in turn, round by round, on one database. */
export async function measureFigures(options: Options): Promise<Figures> {
  const { setup, rounds, seconds, only, say } = options;
  const machine = await describeMachine(setup);
  const figures: Figure[] = [];
  for (const measurement of measurements) {
    if (only && measurement.key !== only) continue;
    figures.push(await measure(measurement, options));
    const { bare, product, ratio } = figures.at(-1) as Figure;
    say(
      `${measurement.name}: ${product.perSecond.toFixed(0)}/s of ${bare.perSecond.toFixed(0)}/s (${(ratio * 100).toFixed(0)} %), p99 ${product.p99.toFixed(1)} ms`,
    );
  }
  return {
    measuredAt: new Date().toISOString(),
    machine,
    rounds,
    seconds,
    connections: setup.connections,
    figures,
  };
}

async function measure(measurement: Measurement, { setup, rounds, seconds }: Options): Promise<Figure> {
  const { key, name, leastRatio, mostP99 } = measurement;
  const sides = { bare: new Load(), product: new Load() };
  const results: Record<keyof typeof sides, RoundResult[]> = { bare: [], product: [] };
  const both = ['bare', 'product'] as const;
  try {
    for (const side of both) {
      await sides[side].obey({ kind: 'open', measurement: key, side, setup });
      await sides[side].obey({ kind: 'round', seconds: Math.min(2, seconds) });
    }
    for (let round = 0; round < rounds; round++) {
      for (const side of both) {
        const report = await sides[side].obey({ kind: 'round', seconds });
        if (report.kind === 'round') results[side].push(report.result);
      }
    }
    for (const side of both) await sides[side].obey({ kind: 'close' });
  } finally {
    for (const side of both) sides[side].end();
  }
  const bare = medianRound(results.bare);
  const product = medianRound(results.product);
  const ratio = product.perSecond / bare.perSecond;
  const met = ratio >= (leastRatio ?? 0) && product.p99 <= (mostP99 ?? Number.POSITIVE_INFINITY);
  return { key, name, bare, product, ratio, leastRatio: leastRatio ?? null, mostP99: mostP99 ?? null, met };
}

/** A process that makes the load, apart from what it loads. */
class Load {
  private readonly child = fork(new URL('load.mjs', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

  obey(order: Order): Promise<Report> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`the load process ended with ${code}`));
      this.child.once('exit', gone);
      this.child.once('message', (report: Report) => {
        this.child.off('exit', gone);
        if (report.kind === 'failed') reject(new Error(report.message));
        else resolve(report);
      });
      this.child.send(order);
    });
  }

  end(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

async function describeMachine({ superuserUrl }: Setup): Promise<Record<string, string | number>> {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    const [row] = await sql`
      select current_setting('server_version') as version, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as commit`;
    return {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
      node: process.version,
      postgres: String(row?.version),
      fsync: String(row?.fsync),
      synchronousCommit: String(row?.commit),
    };
  } finally {
    await sql.end();
  }
}
