import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemeChanges } from './changes.rules.ts';
import type { Category } from './scheme.contract.ts';
import { isSchemeKey, nextCode, schemeFaults, withRetired } from './scheme.rules.ts';

const category = (code: string, parent: string | null = null, more: Partial<Category> = {}): Category => ({
  code,
  parent,
  zh: `类${code}`,
  en: null,
  retired: false,
  ...more,
});
const TREE = [category('01'), category('0101', '01'), category('0102', '01'), category('02')];
const deep = ['1', '11', '111', '1111', '11111', '111111', '1111111'].map((code, n, all) =>
  category(code, all[n - 1] ?? null),
);

describe('what keeps a tree from being published', () => {
  test.each([
    ['nothing, when all is well', TREE, []],
    ['a tree without a category', [], ['null scheme.nothing']],
    ['a code with a space', [category('0 1')], ['0 scheme.code-malformed']],
    ['a code that two have', [...TREE, category('02', '01')], ['4 scheme.code-twice']],
    ['a category that nobody named', [category('01', null, { zh: '' })], ['0 scheme.name-missing']],
    ['a name that no list could show', [category('01', null, { zh: '长'.repeat(61) })], ['0 scheme.name-too-long']],
    ['a parent that is not there', [category('01', '9')], ['0 scheme.parent-unknown']],
    [
      'two that stand below each other',
      [category('1', '2'), category('2', '1')],
      ['0', '1'].map((n) => `${n} scheme.below-itself`),
    ],
    ['a seventh level', deep, ['6 scheme.too-deep']],
    ['two of one name side by side', [...TREE, category('03', null, { zh: '类02' })], ['4 scheme.name-twice']],
    ['no two of one name in different places', [...TREE, category('03', '01', { zh: '类02' })], []],
    ['no name that a retired one beside it has', [...TREE, category('03', null, { zh: '类02', retired: true })], []],
    [
      'one in use below a retired one',
      [category('1', null, { retired: true }), category('2', '1')],
      ['1 scheme.below-retired'],
    ],
  ])('%s', (_, tree, faults) => expect(schemeFaults(tree, []).map(({ at, code }) => `${at} ${code}`)).toEqual(faults));

  test('a code that was published and is gone; retired, it may stay away from every list', () => {
    expect(schemeFaults(TREE.slice(0, 3), TREE)).toEqual([
      { at: null, code: 'scheme.code-gone', params: { code: '02', name: '类02' } },
    ]);
    const kept = withRetired(TREE.slice(0, 3), TREE);
    expect(schemeFaults(kept, TREE)).toEqual([]);
    expect(kept.at(-1)).toEqual(category('02', null, { retired: true }));
  });

  test.each([
    ['appeals', true],
    ['city-hotline-2', true],
    ['a', false],
    ['Appeals', false],
    ['appeals-', false],
    ['诉求', false],
  ])('%s as a key: %s', (key, fine) => expect(isSchemeKey(key)).toBe(fine));

  test('a new code is two digits longer than the one above, and nobody’s', () => {
    const taken = new Set(['01', '02', '0101', '0103']);
    expect([nextCode(null, taken), nextCode('01', taken), nextCode('02', taken)]).toEqual(['03', '0102', '0201']);
    const all = new Set(Array.from({ length: 99 }, (_, n) => String(n + 1).padStart(2, '0')));
    expect(nextCode(null, all)).toBe('100');
  });
});

describe('the differences of two versions', () => {
  const told = (after: readonly Category[]) =>
    schemeChanges(TREE, after).map((one) => `${one.kind} ${one.kind === 'reordered' ? one.below : one.is.code}`);
  const [first, second, third, fourth] = TREE as [Category, Category, Category, Category];

  test.each([
    ['none', TREE, []],
    ['an addition, which moves nothing else', [first, category('0100', '01'), second, third, fourth], ['added 0100']],
    ['another name', [first, { ...second, zh: '改' }, third, fourth], ['renamed 0101']],
    ['a translation', [first, { ...second, en: 'Two' }, third, fourth], ['renamed 0101']],
    [
      'another place and another name',
      [first, { ...second, parent: '02', zh: '改' }, third, fourth],
      ['renamed 0101', 'moved 0101'],
    ],
    ['retired', [first, { ...second, retired: true }, third, fourth], ['retired 0101']],
    ['another order at the top', [fourth, first, second, third], ['reordered null']],
    ['another order below one', [first, third, second, fourth], ['reordered 01']],
  ])('%s', (_, after, changes) => expect(told(after)).toEqual(changes));

  test('there are none exactly where every category is as it was and stands in the same order', () => {
    const some = fc.subarray([...TREE.keys()], { minLength: 1 }).map((at) => at.map((n) => TREE[n]!));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const same = JSON.stringify(before) === JSON.stringify(after);
        const gone = before.some((one) => !after.includes(one));
        expect(schemeChanges(before, after).length === 0 && !gone).toBe(same);
      }),
    );
  });
});
