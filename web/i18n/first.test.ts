import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const keysIn = (files: string) =>
  globSync(files, { cwd: root }).flatMap((file) => Object.keys(JSON.parse(read(file)) as object));

/** What the first screen, and the page to sign in on, are made of: their code, and what they fetch when it is asked for. */
function firstModules(): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    const name = relative(root, path);
    if (found.has(name) || !existsSync(path) || !/\.tsx?$/u.test(path)) return;
    const text = readFileSync(path, 'utf8');
    found.set(name, text);
    // Pages, and what awaits them, bring the words of all pages with them.
    const own = text
      .replaceAll(/lazyPage\(\(\) => import\('[^']+'\), '\w+'\)/gu, '')
      .replaceAll(/Promise\.all\(\[import\('[^']+'\), pageWords\(\)\]\)/gu, '');
    for (const [, from] of own.matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)) visit(join(dirname(path), from!));
  };
  visit(join(root, 'web/main.tsx'));
  return found;
}

test('what the first screen says is there without the words of the other pages', () => {
  const modules = firstModules();
  expect(modules.has('web/pages/workbench/WorkbenchPage.tsx')).toBe(true);
  expect(modules.has('web/pages/figures/FiguresPage.tsx')).toBe(false);
  const first = new Set(keysIn('messages/zh/*.json'));
  const other = keysIn('messages/zh/pages/*.json');
  expect(other.length).toBeGreaterThan(500);
  const lacking = [...modules]
    .filter(([name]) => name.startsWith('web/'))
    .flatMap(([name, text]) => [
      ...other.filter((key) => text.includes(`'${key}'`)).map((key) => `${key} in ${name}`),
      // Put together: some of what begins so must be here, and nothing of it elsewhere.
      ...[...text.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/gu)]
        .map((match) => match[1]!)
        .filter(
          (start) => other.some((key) => key.startsWith(start)) || ![...first].some((key) => key.startsWith(start)),
        )
        .map((start) => `${start}… in ${name}`),
    ]);
  expect(lacking).toEqual([]);
});
