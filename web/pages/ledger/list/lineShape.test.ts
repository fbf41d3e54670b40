import { expect, test } from 'vitest';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { lineShape } from './lineShape.ts';

const row = (more: Partial<MatterRow> = {}) => more as MatterRow;
const height = (more: Partial<MatterRow>, language: 'zh' | 'en') => lineShape(row(more), 200, 300, language).height;

test('a slip alone stands at the head of a line, and with English words, which are longer, in a row of its own', () => {
  expect(height({ slipColor: 'blue' }, 'zh')).toBe(height({}, 'zh'));
  expect(height({ slipColor: 'blue' }, 'en')).toBeGreaterThan(height({}, 'en'));
});
