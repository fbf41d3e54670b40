import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wordsOf } from './words.rules.ts';

/** Everything that the words of a file are explained with, in one language. */
const told = (language: string): string[] =>
  Object.keys(
    JSON.parse(
      readFileSync(new URL(`../../messages/${language}/pages/mechanism-words.json`, import.meta.url), 'utf8'),
    ) as object,
  ).filter((key) => key.startsWith('mechanism.'));

describe('the words of the language', () => {
  test.each(['zh', 'en'])(
    'are each explained in %s, with all that may be written for them, and nothing else is',
    (language) => {
      const wanted = wordsOf().flatMap(({ path, choices }) => [
        `mechanism.word.${path}`,
        // The units of quantities are their own names.
        ...(choices?.of === 'own' && path !== 'targets.in'
          ? choices.options.map((value) => `mechanism.value.${path}.${value}`)
          : []),
      ]);
      expect(told(language).toSorted()).toEqual(wanted.toSorted());
    },
  );

  test('are found at every depth of the schema, and those that a file must have are marked', () => {
    const words = new Map(wordsOf().map((word) => [word.path, word]));
    expect([...words.values()].filter(({ path, must }) => must && !path.includes('.')).map(({ path }) => path)).toEqual(
      ['key', 'name', 'number', 'visibility', 'rounds', 'stages', 'acts', 'clocks'],
    );
    expect(words.get('acts.by')?.choices).toEqual({ of: 'actor' });
    expect(words.get('clocks.until')?.choices).toEqual({ of: 'act' });
    expect(words.get('ladder.slip')?.choices).toEqual({ of: 'own', options: ['blue', 'yellow', 'orange', 'red'] });
    expect(words.get('ranking.last.text')).toBeDefined();
  });
});
