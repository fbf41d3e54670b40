import { expect, test } from 'vitest';
import { withoutPageNumbers } from './pageNumbers.rules.ts';

test.each([
  [
    '整修干渠九条，于\n        — 3 —\n4月底前完工。',
    '整修干渠九条，于\n4月底前完工。',
    ['—3—'],
    'between dashes, in mid-sentence',
  ],
  ['甲\n-12-\n乙\n第 2 页 共 9 页\n', '甲\n乙\n', ['-12-', '第2页共9页'], 'other ways to print it'],
  ['甲\n第7页', '甲\n', ['第7页'], 'on the last line'],
  ['全长\n12\n公里', '全长\n12\n公里', [], 'a bare number may be part of a table'],
  ['见第3页。', '见第3页。', [], 'in a sentence'],
])('%j: %j', (source, text, numbers) => expect(withoutPageNumbers(source)).toEqual({ text, numbers }));
