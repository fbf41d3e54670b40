import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMechanism } from '../../../../../src/mechanism/parse.rules.ts';
import { copied } from './copied.ts';

const folder = new URL('../../../../../mechanisms/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const CALLED = { key: 'village-help', zh: '联乡帮村', en: 'Help for villages' };

describe('a copy to begin from', () => {
  test.each(files)('of %s has no fault, a name and numbers of its own, and is the sample in all else', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const sample = parseMechanism(source).mechanism!;
    const { mechanism, faults } = parseMechanism(copied(source, CALLED, '由样本复制'));
    expect(faults).toEqual([]);
    expect(mechanism).toEqual({
      ...sample,
      key: CALLED.key,
      name: { zh: CALLED.zh, en: CALLED.en },
      number: sample.number.replace(/^[^〔]+/u, CALLED.zh),
      ...(sample.numberWithoutRound && {
        numberWithoutRound: sample.numberWithoutRound.replace(/^[^〔]+/u, CALLED.zh),
      }),
    });
  });

  test('is called as it was typed, whatever letters that has', () => {
    const source = readFileSync(new URL('task.yaml', folder), 'utf8');
    const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(word, word, (zh, en) => {
        const { mechanism } = parseMechanism(
          copied(source, { key: 'village-help', zh: zh.replaceAll(/[{}〔]/gu, 'x'), en }, '样本'),
        );
        expect(mechanism?.name.en).toBe(en);
      }),
      { numRuns: 30 },
    );
  });
});
