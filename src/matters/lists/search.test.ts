import { expect, it } from 'vitest';
import { wordsOfSearch } from './search.ts';

it.each<[sentence: string, typed: string, words: string[]]>([
  ['a number as it is said is looked for as it is written', '46-5', ['46-05']],
  ['so is one with its year', '〔2026〕46-5', ['〔2026〕46-05']],
  ['one that is written so stays', '46-05', ['46-05']],
  ['so does one of two figures', '46-15', ['46-15']],
  ['a month is no number of a matter', '2026-3', ['2026-3']],
  ['nor is a day', '2026-03-5', ['2026-03-5']],
  ['words beside it are words', '46-5 雨污', ['46-05', '雨污']],
])('%s', (_, typed, words) => {
  expect(wordsOfSearch(typed)).toEqual(words);
});
