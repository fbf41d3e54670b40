import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from '../bootstrap.mjs';
import { CACHE, tool, type Outcome, type Step } from './steps.ts';

type VitestReport = Record<'numPassedTests' | 'numPendingTests' | 'numTodoTests', number> & {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** Vitest, all or the files named; a file with a failed test is run once more, alone. */
export const unitTests = (files: readonly string[]): Step => ({
  name: 'unit, property, HTTP',
  async run() {
    const first = await vitest(files);
    const report = first.report;
    const again = first.failed.length ? await vitest([...new Set(first.failed.map(({ file }) => file))]) : null;
    const still = new Set(again?.failed.map(({ name }) => name));
    // A file that cannot even be loaded has no failed test in it.
    const broken = first.code !== 0 && first.failed.length === 0 ? 1 : 0;
    const unsteady = first.failed.filter(({ name }) => !still.has(name)).length;
    return {
      passed: report.numPassedTests,
      failed: broken + first.failed.length - unsteady,
      unsteady,
      skipped: report.numPendingTests + report.numTodoTests,
      names: first.failed.map(({ file, name }) => `${still.has(name) ? 'failed' : 'unsteady'}: ${file} › ${name}`),
    };
  },
});

async function vitest(files: readonly string[]) {
  const written = join(CACHE, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${written}`];
  const code = await tool('vitest', ['run', ...reporters, ...files]);
  const report = JSON.parse(await readFile(written, 'utf8')) as VitestReport;
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(ROOT, name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [{ file, name: file }];
    return tests.map(({ fullName }) => ({ file, name: fullName }));
  });
  return { code, report, failed };
}

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly { readonly status: string }[];
  }[];
};

/** Playwright, all or the files named; its own settings run a failed test once more. */
export const browserTests = (files: readonly string[]): Step => ({
  name: 'browser',
  async run(): Promise<Outcome> {
    const written = join(CACHE, 'playwright.json');
    const code = await tool('playwright', ['test', '--reporter=list,json', ...files], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: written,
    });
    const { stats, suites } = JSON.parse(await readFile(written, 'utf8')) as {
      stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
      suites: readonly PlaywrightSuite[];
    };
    return {
      passed: stats.expected,
      failed: code !== 0 && stats.unexpected === 0 ? 1 : stats.unexpected,
      unsteady: stats.flaky,
      skipped: stats.skipped,
      names: suites.flatMap(fallen),
    };
  },
});

/** The names of the tests of a suite, and of those in it, that failed at least once. */
function fallen({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) => {
    const status = tests.find((test) => test.status === 'unexpected' || test.status === 'flaky')?.status;
    return status ? [`${status === 'flaky' ? 'unsteady' : 'failed'}: ${file}:${line} › ${title}`] : [];
  });
  return [...own, ...suites.flatMap(fallen)];
}
