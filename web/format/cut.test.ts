import { expect, test } from 'vitest';
import { cut } from './cut.ts';

test.each([
  ['修路', 2, '修路'],
  ['修路灯', 2, '修路…'],
  ['𠮷𠮷𠮷', 2, '𠮷𠮷…'],
])('%s in at most %i characters is %s', (text, most, is) => expect(cut(text, most)).toBe(is));
