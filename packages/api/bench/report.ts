import { readFile, writeFile } from 'node:fs/promises';
import type { Figures } from './figures.ts';

const begin = '<!-- figures: written by npm run bench -->';
const end = '<!-- /figures -->';

/** Writes the figures beside the page and into it; without a folder only the table is made. Answers the table. */
export async function writeReport(figures: Figures, folder: string | undefined): Promise<string> {
  const table = describe(figures);
  if (!folder) return table;
  await writeFile(`${folder}/benchmarks.json`, `${JSON.stringify(figures, null, 2)}\n`);
  const page = `${folder}/benchmarks.md`;
  const text = await readFile(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the figures`);
  await writeFile(page, `${before}${begin}\n\n${table}\n\n${end}${after}`);
  return table;
}

function describe({ figures, machine, rounds, seconds, connections, measuredAt }: Figures): string {
  const rows = figures.map(({ name, product, bare, ratio, leastRatio, mostP99, met }) => [
    name,
    product.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    percent(ratio),
    `${product.p50.toFixed(1)} / ${product.p99.toFixed(1)}`,
    `${bare.p50.toFixed(1)} / ${bare.p99.toFixed(1)}`,
    aimOf(leastRatio, mostP99),
    leastRatio === null && mostP99 === null ? '' : met ? 'yes' : 'no',
  ]);
  const head = [
    '',
    'Goodword, per second',
    'bare, per second',
    'ratio',
    'p50 / p99 in ms',
    'bare p50 / p99',
    'aim',
    'met',
  ];
  const facts = `${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, Node ${machine.node}, PostgreSQL ${machine.postgres}, fsync ${machine.fsync}, synchronous_commit ${machine.synchronousCommit}`;
  return [
    `Measured ${measuredAt.slice(0, 16).replace('T', ' ')} UTC on ${facts}; load before ${machine.loadBefore}. Medians of ${rounds} alternating rounds of ${seconds} s, ${connections} connections.`,
    '',
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(0)} %`;
}

function aimOf(leastRatio: number | null, mostP99: number | null): string {
  return [leastRatio && `≥ ${percent(leastRatio)}`, mostP99 && `p99 ≤ ${mostP99} ms`]
    .filter(Boolean)
    .join(', ');
}
