import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');

async function* sources(...patterns: string[]): AsyncGenerator<[file: string, text: string]> {
  for await (const file of glob(patterns, { cwd: ROOT }))
    if (!/\.(test|generated)\.tsx?$/.test(file)) yield [file, await readFile(join(ROOT, file), 'utf8')];
}

test('the engine names no mechanism: what it needs to know of one stands in the mechanism’s file', async () => {
  const words: { key: string; names: string[] }[] = [];
  for await (const file of glob(['mechanisms/*.yaml', 'test/guide/*.yaml'], { cwd: ROOT })) {
    const told = parse(await readFile(join(ROOT, file), 'utf8')) as { key: string; name: { zh: string; en: string } };
    words.push({ key: told.key, names: [told.name.zh, told.name.en] });
  }
  expect(words.map(({ key }) => key)).toEqual(expect.arrayContaining(['weekly-assignment', 'village-help']));
  const named: string[] = [];
  let seen = 0;
  for await (const [file, text] of sources('src/{mechanism,ledger,matters}/**/*.ts')) {
    seen++;
    for (const { key, names } of words) {
      // Some keys are words of the language too, as `task`: in quotes they are meant.
      if (new RegExp(`['"\`]${key}['"\`]`, 'u').test(text)) named.push(`${file}: ${key}`);
      // Not in a comment either: what is told of one mechanism is thought of for one.
      for (const name of names) if (text.includes(name)) named.push(`${file}: ${name}`);
    }
  }
  expect(seen).toBeGreaterThan(200);
  expect(named).toEqual([]);
});

test('pure code takes the time as a parameter, and asks neither clock nor chance', async () => {
  const impure: string[] = [];
  let seen = 0;
  for await (const [file, text] of sources('src/**/*.rules.ts', 'src/**/*contract.ts')) {
    seen++;
    if (/new Date\(\)|Date\.now\(|Math\.random\(|process\.env|\bfetch\(/.test(text)) impure.push(file);
  }
  expect(seen).toBeGreaterThan(20);
  expect(impure).toEqual([]);
});

test('lists are paged by key: no OFFSET in any query', async () => {
  // `offset 0` skips nothing: it keeps a part of a statement by itself, planned for what it alone asks.
  const paged: string[] = [];
  for await (const [file, text] of sources('src/**/*.ts'))
    if (/\boffset\s+\$|\.offset\(|\boffset [1-9]/i.test(text)) paged.push(file);
  expect(paged).toEqual([]);
});

test('no two statements bear one name: the driver refuses the second on a connection that has prepared the first', async () => {
  const holders = new Map<string, string[]>();
  for await (const [file, text] of sources('src/**/*.ts'))
    for (const [, name] of text.matchAll(/\bname: '([a-z-]+\.[a-z-]+)',?\s+text:/g))
      holders.set(name!, [...(holders.get(name!) ?? []), file]);
  expect(holders.size).toBeGreaterThan(50);
  expect([...holders].filter(([, files]) => files.length > 1)).toEqual([]);
});

test('what users read stands in messages/, not in code', async () => {
  const spoken: string[] = [];
  const Chinese = /(['"`])(?:(?!\1)[^\\\n])*[\u4e00-\u9fff]{6,}(?:(?!\1)[^\\\n])*\1/;
  for await (const [file, text] of sources('src/platform/**/*.ts', 'src/{ledger,matters,bulletins,figures}/**/*.ts'))
    for (const line of text.split('\n'))
      if (!/^\s*(\*|\/\/|\/\*)/.test(line) && Chinese.test(line)) spoken.push(`${file}: ${line.trim().slice(0, 60)}`);
  expect(spoken).toEqual([]);
});
