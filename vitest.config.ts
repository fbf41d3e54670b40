import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { WORKERS } from './test/support/workers.ts';

const RULES = 'src/**/*.rules.test.ts';

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/browser/**', RULES],
          // One process for all files of a worker: reading the program anew for each took a third of the time. What a file keeps to
          // itself is its database and its clock; what the program remembers it remembers of a database.
          isolate: false,
          setupFiles: ['test/support/after-file.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // What is pure leaves nothing behind, and is read once for all files instead of anew for each.
      { test: { name: 'rules', include: [RULES], isolate: false, testTimeout: 60_000 } },
      { test: { name: 'web', include: ['web/**/*.test.{ts,tsx}'], isolate: false } },
    ],
  },
});
