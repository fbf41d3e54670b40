import { describe, expect, test } from 'vitest';
import type { ListedUnit } from '../../../../src/directory/contract.ts';
import { narrowed, treeOf, type Node } from './tree.ts';

const unit = (id: string, parent: string | null, more: Partial<ListedUnit> = {}): ListedUnit => ({
  id,
  parent,
  name: id,
  shortName: null,
  aliases: [],
  kind: 'department',
  sort: 1,
  retiredAt: null,
  mergedInto: null,
  earlier: [],
  sound: '',
  ...more,
});
const units = [
  unit('市府', null),
  unit('发改委', '市府', { aliases: ['计委'], sound: 'fgw jw fagaiwei jiwei' }),
  unit('能源科', '发改委'),
  unit('粮食局', '发改委', { retiredAt: '2026-01-01T00:00:00Z' }),
  unit('教育局', '市府'),
];
const told = (nodes: Node[]): unknown =>
  nodes.map(({ unit: { id }, below }) => (below.length ? [id, told(below)] : id));

describe('the tree of units', () => {
  test('each stands below its parent, in the order given', () => {
    expect(told(treeOf(units))).toEqual([['市府', [['发改委', ['能源科', '粮食局']], '教育局']]]);
  });

  test('narrowed to a name, the way to it stays; an alias counts, a retired unit only when it is asked for', () => {
    expect(told(treeOf(narrowed(units, '计委', false)))).toEqual([['市府', ['发改委']]]);
    expect(told(treeOf(narrowed(units, '粮', false)))).toEqual([]);
    expect(told(treeOf(narrowed(units, '粮', true)))).toEqual([['市府', [['发改委', ['粮食局']]]]]);
  });

  test('narrowed by sound, as the pickers find a unit: initials, or syllables typed apart', () => {
    expect(told(treeOf(narrowed(units, 'FGW', false)))).toEqual([['市府', ['发改委']]]);
    expect(told(treeOf(narrowed(units, " ji'wei", false)))).toEqual([['市府', ['发改委']]]);
  });

  test('the one that is chosen stays in sight when it was merged, or is not what is looked for', () => {
    expect(told(treeOf(narrowed(units, '', false, '粮食局')))).toContainEqual([
      '市府',
      [['发改委', ['能源科', '粮食局']], '教育局'],
    ]);
    expect(told(treeOf(narrowed(units, '能源', false, '教育局')))).toEqual([
      ['市府', [['发改委', ['能源科']], '教育局']],
    ]);
  });

  test('a retired unit in whose place a living one hangs is kept as the way to it', () => {
    const hung = [...units, unit('质检站', '粮食局')];
    expect(told(treeOf(narrowed(hung, '', false)))).toEqual([
      ['市府', [['发改委', ['能源科', ['粮食局', ['质检站']]]], '教育局']],
    ]);
  });
});
