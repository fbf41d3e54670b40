import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/mechanism/index.ts';
import { NoticeKind, Why } from '../../src/notices/contract.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = async (file: string) =>
  JSON.parse(await readFile(join(ROOT, 'messages', file), 'utf8')) as Record<string, string>;

/** The files of one language, those of single pages too: `matters.json`, `pages/duties.json`. */
const filesOf = async (language: string): Promise<string[]> =>
  (await readdir(join(ROOT, 'messages', language), { recursive: true }))
    .filter((name) => name.endsWith('.json'))
    .toSorted();

async function catalogue(language: string): Promise<Map<string, string>> {
  const files = await filesOf(language);
  const all = await Promise.all(files.map(async (file) => Object.entries(await read(`${language}/${file}`))));
  return new Map(all.flat());
}

/** What `huiyin verify` finds: no request was refused, and what to do is said once, below the finding. */
const FINDING = /^ledger\.|\.verify-/u;

/** Each place in the code that refuses: the code, the names of its values where they can be read off, and the file. */
async function refusalsInCode() {
  const found: { code: string; params: ReadonlySet<string> | null; file: string }[] = [];
  for await (const file of glob('src/**/*.ts', { cwd: ROOT })) {
    if (file.endsWith('.test.ts')) continue;
    const text = await readFile(join(ROOT, file), 'utf8');
    for (const [, code, values] of text.matchAll(/\b(?:refuse|problem)\(\s*'([^']+)'(?:\)|,\s*\{([^{}]*)\})?/g)) {
      const readable = values !== undefined && !values.includes('...');
      const names = [...(values ?? '').matchAll(/(?:^|,)\s*(\w+)/g)].map((hit) => hit[1]!);
      found.push({ code: code!, params: readable ? new Set(names) : null, file });
    }
  }
  return found;
}

const refusals = await refusalsInCode();
const [zh, en] = await Promise.all([catalogue('zh'), catalogue('en')]);
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[:}])/g)].map((hit) => hit[1]!))].toSorted();

describe('sentences', () => {
  test('stand in files of the same names in both languages', async () => {
    expect(await filesOf('en')).toEqual(await filesOf('zh'));
  });

  test.each(['zh', 'en'])(
    'stand once: in %s no key is in two files, of which the later would silently win',
    async (language) => {
      const files = await filesOf(language);
      const places = await Promise.all(
        files.map(async (file) => [file, await readFile(join(ROOT, 'messages', language, file), 'utf8')] as const),
      );
      // The text and not what is read from it: a key that stands twice in one file is read as one.
      const keys = places.flatMap(([, text]) => [...text.matchAll(/^ {2}"([^"]+)":/gmu)].map((hit) => hit[1]!));
      expect(keys.length).toBeGreaterThan(1000);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    },
  );

  test('have the same keys in both languages', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([]);
  });

  test('have the same placeholders in both languages', () => {
    const differing = [...zh].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(en.get(key) ?? '')),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('are written in their language', () => {
    const chinese = /[\u4e00-\u9fff]/;
    const untranslated = [...zh].filter(([, text]) => /[a-z]{3} [a-z]{3}/.test(text) && !chinese.test(text));
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  test('count in English as English does: never a number before a plural that does not bend', () => {
    const counted =
      /\{\w+\} (?:(?:working|new) )?(?:acts|areas|changes|characters|days|entries|faults|files|items|matters|rows|seconds|tasks|units)\b/;
    expect([...en].filter(([, text]) => counted.test(text)).map(([key]) => key)).toEqual([]);
  });

  test.each([
    ['您', 'a sentence speaks of the seat or the account, to nobody in particular'],
    ['你', 'a sentence speaks of the seat or the account, to nobody in particular'],
    ['口令', '密码 is the word'],
    ['账户', '账号 is the word'],
    ['承办人', '经办人 is the word'],
    ['个方面', '领域 is the word for an area'],
  ])('in Chinese never say %s: %s', (word, _why) => {
    expect([...zh].filter(([, text]) => text.includes(word)).map(([key]) => key)).toEqual([]);
  });

  test('are there for every refusal that the program can give', () => {
    expect(refusals.length).toBeGreaterThan(100);
    expect(refusals.filter(({ code }) => !zh.has(code) || !en.has(code))).toEqual([]);
  });

  test('are there for every word that a figure may be made of, and for whatever somebody may be told and why', () => {
    const words = WORDS.map((mark) => `figures.word.${mark}`);
    const told = [
      ...NoticeKind.options.map((kind) => `notice.kind.${kind}`),
      ...Why.options.map((why) => `notice.why.${why}`),
    ];
    for (const all of [zh, en]) expect([...words, ...told].filter((key) => !all.has(key))).toEqual([]);
  });

  test('are given every value that they name', () => {
    const lacking = refusals.flatMap(({ code, params, file }) =>
      placeholders(zh.get(code) ?? '')
        .filter((name) => params !== null && !params.has(name))
        .map((name) => `${code} in ${file}: {${name}}`),
    );
    expect(lacking).toEqual([]);
  });

  test('of a refusal say what would be right, not only what is wrong', () => {
    const advice = /请|应|必填|至少|最多|只能|接口说明|可以|例：|正确的写法/u;
    const bare = refusals.filter(({ code }) => !FINDING.test(code) && !advice.test(zh.get(code) ?? ''));
    expect([...new Set(bare.map(({ code }) => code))]).toEqual([]);
  });
});
