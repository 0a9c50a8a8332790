import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from '../shared/clock.ts';

const LOOK_MS = 100;

/**
 * The clock of a process: the system's, or in a drill the system's and as many seconds as the file says, so that it can
 * jump while the process runs. The settings refuse such a file wherever people could be served.
 */
export function processClock(offsetFile: string | undefined): Clock {
  if (offsetFile === undefined) return systemClock;
  let offsetMs = readOffset(offsetFile);
  // Read anew each time: whoever watches for changes misses the one that comes before the watch has begun.
  setInterval(() => {
    offsetMs = readOffset(offsetFile);
  }, LOOK_MS).unref();
  return { now: () => new Date(Date.now() + offsetMs) };
}

function readOffset(file: string): number {
  try {
    const seconds = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(seconds) ? seconds * 1000 : 0;
  } catch {
    return 0;
  }
}
