import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One file after another: what is settled in a database (its checkpoints, its news) waits for the open transactions of the whole
    // server, and so for those of any test that runs beside it.
    maxWorkers: 1,
    projects: [
      {
        test: {
          name: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'web', include: ['web/**/*.test.{ts,tsx}'] } },
    ],
  },
});
