import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Category } from '../../../../src/directory/schemes/scheme.contract.ts';
import { schemeFaults } from '../../../../src/directory/schemes/scheme.rules.ts';
import * as edit from './edit.ts';
import { rowsOf, type Look } from './rows.ts';

const category = (code: string, parent: string | null, more: Partial<Category> = {}): Category => ({
  code,
  parent,
  zh: `类${code}`,
  en: null,
  retired: false,
  ...more,
});
const TREE: edit.Tree = [
  category('01', null),
  category('0101', '01'),
  category('0102', '01'),
  category('02', null),
  category('0201', '02'),
];
const ALL: Look = { open: new Set(TREE.map(({ code }) => code)), words: '', retired: true };
const told = (tree: edit.Tree, look: Look = ALL) =>
  rowsOf(tree, look).map(
    ({ category: { code, retired }, level }) => `${'·'.repeat(level - 1)}${code}${retired ? '×' : ''}`,
  );

describe('a tree of categories is changed', () => {
  const added = edit.added(TREE, { below: '01', after: '0101' });
  test.each([
    ['a new one stands after the one it was asked beside', added[0], ['01', '·0101', '·0103', '·0102', '02', '·0201']],
    ['a step down changes the order alone', edit.shifted(TREE, '01', 1), ['02', '·0201', '01', '·0101', '·0102']],
    ['the last goes no further down', edit.shifted(TREE, '02', 1), told(TREE)],
    [
      'moved below another, it stands last there',
      edit.placed(TREE, '0201', '01'),
      ['01', '·0101', '·0102', '·0201', '02'],
    ],
    ['nothing goes below what stands below it', edit.placed(TREE, '01', '0102'), told(TREE)],
    ['indented, with all below it', edit.indented(TREE, '02'), ['01', '·0101', '·0102', '·02', '··0201']],
    ['outdented, it follows what it stood below', edit.outdented(TREE, '0101'), ['01', '·0102', '0101', '02', '·0201']],
    ['retired with all below it', edit.retired(TREE, '01'), ['01×', '·0101×', '·0102×', '02', '·0201']],
    [
      'in use again with what is above it',
      edit.restored(edit.retired(TREE, '01'), '0102'),
      ['01', '·0101×', '·0102', '02', '·0201'],
    ],
    ['taken out, what was below it moves up', edit.removed(TREE, '01'), ['0101', '0102', '02', '·0201']],
    [
      'another code takes along what is below',
      edit.changed(TREE, '02', { code: 'x2' }),
      ['01', '·0101', '·0102', 'x2'],
    ],
  ])('%s', (_, tree, rows) => expect(told(tree)).toEqual(rows));

  test('whatever is done in whatever order, nothing is lost, doubled, or hangs on itself', () => {
    const step = fc.record({ at: fc.nat(), to: fc.nat(), what: fc.nat({ max: 6 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let tree = TREE;
        for (const { at, to, what } of steps) {
          const [one, other] = [tree[at % tree.length]!.code, tree[to % tree.length]!.code];
          tree = [
            () => edit.added(tree, { below: one })[0],
            () => edit.shifted(tree, one, to % 2 ? 1 : -1),
            () => edit.placed(tree, one, other),
            () => edit.indented(tree, one),
            () => edit.outdented(tree, one),
            () => edit.retired(tree, one),
            () => edit.restored(tree, one),
          ][what]!();
        }
        const names = tree.map((entry, n) => ({ ...entry, zh: `名${n}` }));
        const serious = schemeFaults(names, TREE).filter(
          ({ code }) =>
            code !== 'scheme.too-deep' && code !== 'scheme.code-malformed' && code !== 'scheme.below-retired',
        );
        expect(serious).toEqual([]);
        expect(edit.inOrder(tree)).toHaveLength(tree.length);
      }),
    );
  });
});

describe('what is drawn', () => {
  test('a folded category hides what is below it, and says that there is something', () => {
    const rows = rowsOf(TREE, { ...ALL, open: new Set() });
    expect(rows.map(({ category: { code }, open, place, of }) => [code, open, place, of])).toEqual([
      ['01', false, 1, 2],
      ['02', false, 2, 2],
    ]);
  });

  test('what is looked for is shown with the way to it; a retired one when it is asked for', () => {
    const tree = edit.retired(edit.changed(TREE, '0201', { zh: '停水', en: 'Water cut off' }), '0201');
    expect(told(tree, { open: new Set(), words: 'WATER', retired: true })).toEqual(['02', '·0201×']);
    expect(told(tree, { open: new Set(), words: '停水', retired: false })).toEqual([]);
  });
});
