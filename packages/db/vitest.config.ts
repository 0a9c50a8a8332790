import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['./src/testing/global-setup.ts'],
    include: ['{src,embedded}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
