import { expect, test } from 'vitest';
import { titleOf } from './title.ts';

const appeal = { zh: '企业诉求', en: 'Enterprise appeal' };
const clue = { zh: '问题线索', en: 'Clue' };
const open = (names: readonly (typeof appeal)[]) =>
  names.map((name) => ({ key: name.en, name, promises: [], categories: [] }));
const told = [{ key: 'clue', name: clue, elsewhere: null }];

test.each([
  ['the only thing that may be raised', open([appeal]), [], '', null, appeal],
  ['what is told without a name, on its own page', open([appeal]), told, '/clue', null, clue],
  ['no one of both, where a number is asked that may be of either', open([appeal]), told, '/follow', null, null],
  ['the only one, where a number can be of nothing else', open([appeal]), [], '/follow', null, appeal],
  ['no one of several', open([appeal, clue]), [], '', null, null],
  ['that which is looked at', open([appeal]), told, '/0197', clue, clue],
])('the head of a page names %s', (_, mechanisms, sealed, place, looksAt, expected) => {
  expect(titleOf({ mechanisms, sealed }, place, looksAt)).toBe(expected);
});
