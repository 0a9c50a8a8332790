import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: '100%',
    globalSetup: ['./src/testing/global-setup.ts'],
    include: ['{src,embedded}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
