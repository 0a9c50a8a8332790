import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processClock } from './process-clock.ts';

test('without a file it is the clock of the system; with one it follows what the file says, also while it runs', async () => {
  expect(Math.abs(processClock(undefined).now().getTime() - Date.now())).toBeLessThan(1000);
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const file = join(folder, 'offset');
  try {
    writeFileSync(file, '3600');
    const clock = processClock(file);
    const ahead = () => Math.round((clock.now().getTime() - Date.now()) / 1000);
    expect(ahead()).toBe(3600);
    writeFileSync(file, '-900');
    await expect.poll(ahead, { timeout: 5000 }).toBe(-900);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
