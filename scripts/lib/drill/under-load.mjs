import { setTimeout as sleep } from 'node:timers/promises';
import { checkNothingLost } from './findings.mjs';

const WARM_UP_MS = 2_000;

/**
 * Runs `work` while events and clicks come in, then checks that nothing acknowledged was lost or done twice.
 *
 * @param {import('./house.mjs').House} house
 * @param {import('./findings.mjs').Findings} findings
 * @param {(traffic: ReturnType<import('./house.mjs').House['startTraffic']>) => Promise<void>} work
 */
export async function underLoad(house, findings, work) {
  await house.untilWell();
  const traffic = house.startTraffic();
  await sleep(WARM_UP_MS);
  try {
    await work(traffic);
  } finally {
    await traffic.stop();
  }
  await checkNothingLost(findings, house, traffic);
}
