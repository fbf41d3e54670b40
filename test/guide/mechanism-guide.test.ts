import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMechanism } from '../../src/mechanism/index.ts';
import { blocksOf } from '../../web/pages/guide/markdown.ts';

// The guide by which an official writes a mechanism is followed to its end by a file, which is checked, and by `mechanism-guide.spec.ts`.

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const FINISHED = read('test/guide/village-help.yaml');
const texts = (language: string): string[] =>
  globSync(`messages/${language}/**/*.json`, { cwd: root }).flatMap((file) =>
    Object.entries(JSON.parse(read(file)) as Record<string, string>).flatMap(([key, text]) =>
      key.startsWith('mechanism.') ? [text] : [],
    ),
  );

test('the mechanism that the guide arrives at has no fault', () => {
  expect(parseMechanism(FINISHED).faults).toEqual([]);
});

test('it is counted by what the guide says, so that the figures offer it', () => {
  const { figures = {}, countedBy } = parseMechanism(FINISHED).mechanism!;
  expect(countedBy).toBe('registered');
  expect(Object.values(figures).map(({ name }) => name.zh)).toEqual(['结对数', '期满反馈率', '按期反馈率', '还在帮扶']);
});

describe.each(['zh', 'en'])('the guide to writing a mechanism, in %s', (language) => {
  const blocks = blocksOf(read(`docs/guide/${language}/mechanism.md`));

  test('has one typed what stands in the finished file, spaces and all', () => {
    const typed = blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
    expect(typed.length).toBeGreaterThan(5);
    expect(typed.filter((text) => !FINISHED.includes(`${text}\n`))).toEqual([]);
  });

  test('quotes faults as the check tells them', () => {
    const quoted = blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.flatMap(([first]) => (first?.kind === 'strong' ? [first.text] : [])) : [],
    );
    expect(quoted.length).toBeGreaterThan(8);
    const told = texts(language).map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{\w+\}/u)
            .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
            .join('.+')}$`,
          'u',
        ),
    );
    expect(quoted.filter((text) => !told.some((message) => message.test(text)))).toEqual([]);
  });
});
