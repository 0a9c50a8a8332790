import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['@goodword/db/testing/global-setup'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    // Each file has a database of its own; loading the modules anew for each would double the time.
    isolate: false,
    // Also on two cores, where one alone would wait for the database half of its time.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/*.test.{ts,tsx}', 'src/**/index.ts'],
      thresholds: { statements: 80, branches: 80 },
    },
  },
});
