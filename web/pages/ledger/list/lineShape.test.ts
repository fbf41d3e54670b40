import { expect, test } from 'vitest';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { lineShape, textBounds } from './lineShape.ts';

const row = (more: Partial<MatterRow> = {}) => more as MatterRow;
const height = (more: Partial<MatterRow>, language: 'zh' | 'en') => lineShape(row(more), 200, 300, language).height;

test('a slip alone stands at the head of a line, and with English words, which are longer, in a row of its own', () => {
  expect(height({ slipColor: 'blue' }, 'zh')).toBe(height({}, 'zh'));
  expect(height({ slipColor: 'blue' }, 'en')).toBeGreaterThan(height({}, 'en'));
});

test.each([
  ['Chinese alone is as long as its characters', '市发展改革委', 84, 84],
  ['signs may be drawn at half their width', '（市发展改革委）', 84, 112 + 3 * 1.75],
  ['letters and numbers are as narrow as they like, and seams stand beside them', '3号楼', 28, 28 + 17.5 + 2 * 1.75],
  ['nothing takes no room', '', 0, 0],
])('%s', (_, text, least, most) => expect(textBounds(text, 14)).toEqual({ least, most }));
