import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../bootstrap.mjs';

/** What a step found. A static step counts as one case. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: number };
export type Step = { readonly name: string; readonly run: () => Promise<Outcome> };

export const CACHE = join(ROOT, '.cache');

/** Runs a tool of node_modules under this very Node, its words going to the terminal; answers with its exit code. */
export function tool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const program = join(ROOT, 'node_modules/.bin', name);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const asCase = (fine: boolean): Outcome => ({ passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 });

/** A tool that says yes or no. */
export const check = (name: string, program: string, args: readonly string[]): Step => ({
  name,
  run: async () => asCase((await tool(program, args)) === 0),
});

/** A check written here: the complaints it has are printed. */
export const ownCheck = (name: string, complaints: () => Promise<readonly string[]>): Step => ({
  name,
  async run() {
    const found = await complaints();
    for (const complaint of found) console.log(`  ${complaint}`);
    return asCase(found.length === 0);
  },
});

/** Vitest, all or the files named. */
export const unitTests = (files: readonly string[]): Step => ({
  name: 'unit, property, HTTP',
  async run() {
    const report = join(CACHE, 'vitest.json');
    const code = await tool('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...files,
    ]);
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      await readFile(report, 'utf8'),
    ) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>;
    // A file that cannot even be loaded has no failed test in it.
    const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  },
});

/** Playwright, all or the files named. */
export const browserTests = (files: readonly string[]): Step => ({
  name: 'browser',
  async run() {
    const report = join(CACHE, 'playwright.json');
    const code = await tool('playwright', ['test', '--reporter=list,json', ...files], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    const { stats } = JSON.parse(await readFile(report, 'utf8')) as {
      stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
    };
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped };
  },
});
