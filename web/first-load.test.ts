import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const IMPORT = /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)';/gmu;
const ofTypesAlone = (names: string): boolean =>
  /^\{[^}]*\}$/u.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => !name.trim() || name.trim().startsWith('type '));

/** Which modules the desk's first load holds, each with the one that brought it in. */
function firstLoad(): { modules: Map<string, string>; packages: Map<string, string> } {
  const [modules, packages] = [new Map<string, string>(), new Map<string, string>()];
  const visit = (path: string, by: string): void => {
    const name = relative(root, path);
    if (modules.has(name) || !existsSync(path) || !/\.tsx?$/u.test(path)) return;
    modules.set(name, by);
    for (const [, type, names, from] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      if (type || ofTypesAlone(names!.trim())) continue;
      if (from!.startsWith('.')) visit(join(dirname(path), from!), name);
      else packages.set(from!, name);
    }
  };
  for (const first of ['web/main.tsx', 'web/pages/workbench/WorkbenchPage.tsx'])
    visit(join(root, first), 'the browser');
  return { modules, packages };
}

test('the first load holds no schemas: 25 kB that only the server and some pages judge by', () => {
  const { modules, packages } = firstLoad();
  expect(modules.size).toBeGreaterThan(100);
  expect(packages.get('zod')).toBeUndefined();
  expect(modules.get('src/kernel/index.ts'), 'nor all of the kernel').toBeUndefined();
});
