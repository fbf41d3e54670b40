// `npm test`: everything. `npm test -- PATH…`: the tests of those paths alone.
import { mkdir } from 'node:fs/promises';
import { ensureBrowser } from './browser.ts';
import { crossedBoundaries, tooLong, unused } from './house.ts';
import { CACHE, check, ownCheck, type Outcome, type Step } from './steps.ts';
import { browserTests, unitTests } from './suites.ts';

const paths = process.argv.slice(2);
const ofBrowser = (path: string) => path.includes('test/browser');

const everything: readonly Step[] = [
  check('format', 'oxfmt', ['--check', '.']),
  check('lint', 'oxlint', []),
  check('types', 'tsc', ['--noEmit']),
  ownCheck('boundaries', crossedBoundaries),
  ownCheck('unused code', unused),
  ownCheck('file length', tooLong),
  unitTests([]),
  browserTests([]),
];
const chosen: readonly Step[] = [
  ...(paths.some((path) => !ofBrowser(path)) ? [unitTests(paths.filter((path) => !ofBrowser(path)))] : []),
  ...(paths.some(ofBrowser) ? [browserTests(paths.filter(ofBrowser))] : []),
];
const steps = paths.length === 0 ? everything : chosen;

await mkdir(CACHE, { recursive: true });
const done: { name: string; outcome: Outcome; seconds: number }[] = [];
for (const { name, run } of steps) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const outcome = await attempt(name === 'browser' ? async () => (ensureBrowser(), run()) : run);
  done.push({ name, outcome, seconds: (performance.now() - start) / 1000 });
}

const COLUMNS = ['passed', 'failed', 'unsteady', 'skipped'] as const;
const lineOf = (name: string, cells: readonly string[]) =>
  name.padEnd(22) + cells.map((cell) => cell.padStart(10)).join('');
console.log(`\n${lineOf('step', [...COLUMNS, 'seconds'])}`);
for (const { name, outcome, seconds } of done)
  console.log(lineOf(name, [...COLUMNS.map((column) => String(outcome[column])), seconds.toFixed(1)]));
for (const { outcome } of done) for (const name of outcome.names ?? []) console.log(`\n${name}`);
const told = COLUMNS.map((of) => [of, done.reduce((total, { outcome }) => total + outcome[of], 0)] as const);
const always: readonly string[] = ['passed', 'failed'];
console.log(
  `\n${told
    .filter(([of, sum]) => sum > 0 || always.includes(of))
    .map(([of, sum]) => `${sum} ${of}`)
    .join(', ')}`,
);
process.exitCode = done.some(({ outcome }) => outcome.failed > 0) ? 1 : 0;

/** A step that breaks has failed; the ones after it are run all the same. */
async function attempt(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, unsteady: 0, skipped: 0 };
  }
}
