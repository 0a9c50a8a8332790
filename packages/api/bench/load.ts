import { measurements } from './measurements.ts';
import type { Setup } from './places.ts';
import type { Lane } from './side.ts';
import { describeRound, type RoundResult } from './statistics.ts';

/** What the measuring process tells a load process. */
export type Order =
  | { kind: 'open'; measurement: string; side: 'bare' | 'product'; setup: Setup }
  | { kind: 'round'; seconds: number }
  | { kind: 'close' };

export type Report =
  | { kind: 'opened' | 'closed' }
  | { kind: 'round'; result: RoundResult }
  | { kind: 'failed'; message: string };

let lanes: Lane[] = [];
let close = async () => {};
let calls = 0;

async function obey(order: Order): Promise<Report> {
  if (order.kind === 'open') {
    const measurement = measurements.find(({ key }) => key === order.measurement);
    if (!measurement) throw new Error(`nothing is measured under the name ${order.measurement}`);
    const opened = await measurement[order.side](order.setup);
    close = opened.close;
    lanes = await Promise.all(Array.from({ length: order.setup.connections }, () => opened.lane()));
    return { kind: 'opened' };
  }
  if (order.kind === 'round') return { kind: 'round', result: await runRound(order.seconds) };
  for (const lane of lanes) lane.close();
  await close();
  return { kind: 'closed' };
}

/** Every lane calls as soon as its last call is answered. A call that fails ends the measurement. */
async function runRound(seconds: number): Promise<RoundResult> {
  const took: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    lanes.map(async (lane) => {
      for (let before = performance.now(); before < end; ) {
        await lane.call(calls++);
        const after = performance.now();
        took.push(after - before);
        before = after;
      }
    }),
  );
  return describeRound(took, (performance.now() - begun) / 1000);
}

process.on('message', (order: Order) => {
  obey(order)
    .catch(
      (error: unknown): Report => ({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      }),
    )
    .then((report) => process.send?.(report, () => order.kind === 'close' && process.exit(0)));
});
