// `npm test`: everything. `npm test -- PATH…`: the tests of those paths alone.
import { mkdir } from 'node:fs/promises';
import { ensureBrowser } from './browser.ts';
import { crossedBoundaries, tooLong, unused } from './house.ts';
import { browserTests, CACHE, check, ownCheck, unitTests, type Outcome, type Step } from './steps.ts';

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

console.log(
  `\n${'step'.padEnd(22)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`,
);
for (const { name, outcome, seconds } of done) {
  const { passed, failed, skipped } = outcome;
  const numbers = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
  console.log(`${name.padEnd(22)}${numbers}${seconds.toFixed(1).padStart(9)}`);
}
const sum = (of: keyof Outcome) => done.reduce((total, { outcome }) => total + outcome[of], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** A step that breaks has failed; the ones after it are run all the same. */
async function attempt(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
