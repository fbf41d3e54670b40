import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../bootstrap.mjs';
import { tool } from './steps.ts';

const SOURCES = ['src/**/*.ts', 'web/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}', 'test/**/*.ts', 'bench/**/*.ts'];
const HARD_LIMIT = 500;

/** Files longer than can be read in one sitting. */
export async function tooLong(): Promise<string[]> {
  const found: string[] = [];
  let seen = 0;
  for await (const file of glob(SOURCES, { cwd: ROOT })) {
    seen++;
    if (file.endsWith('.generated.ts')) continue;
    const lines = (await readFile(join(ROOT, file), 'utf8')).split('\n').length;
    if (lines > HARD_LIMIT) found.push(`${file} has ${lines} lines; at most ${HARD_LIMIT}: take it apart`);
  }
  return seen > 0 ? found : ['no file was found to measure'];
}

/**
 * The rules of .dependency-cruiser.mjs. Its parser can silently find nothing (under TypeScript 7 it depends on @swc/core),
 * so the number of modules and of imports between them is asserted too.
 */
export async function crossedBoundaries(): Promise<string[]> {
  const { cruise } = await import('dependency-cruiser');
  const { default: config } = (await import(join(ROOT, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: { name: string; comment: string }[]; options: object };
  };
  const reasons = new Map(config.forbidden.map(({ name, comment }) => [name, comment]));
  const { output } = await cruise(['src', 'web', 'test'], {
    ...config.options,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  } as never);
  if (typeof output === 'string') return ['dependency-cruiser answered in words'];
  const { totalCruised, totalDependenciesCruised = 0, violations } = output.summary;
  if (totalCruised < 100 || totalDependenciesCruised < totalCruised)
    return [
      `only ${totalCruised} modules and ${totalDependenciesCruised} imports were inspected: the parser does not see TypeScript`,
    ];
  return violations.map(({ from, to, rule }) => `${from} -> ${to}: ${reasons.get(rule.name) ?? rule.name}`);
}

/** Exports, files and dependencies that nobody uses. */
export const unused = async (): Promise<string[]> =>
  (await tool('knip', ['--no-progress', '--no-config-hints'])) === 0 ? [] : ['see above'];
