import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/test/browser.ts';

const executablePath = findBrowser() ?? undefined;
// Chromium's sandbox refuses to run as root.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/setup.ts',
  outputDir: 'test-results',
  workers: 2,
  // What fails and then passes is told of by name at the end of `npm test`.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Nothing moves of itself, so nothing is waited for or missed by a blink.
    contextOptions: { reducedMotion: 'reduce' },
    // What was done and what went over the line; a picture of each step costs more than the step.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
});
