import { expect, test } from 'vitest';
import { fill } from './fill.rules.ts';
import type { Language } from './index.ts';

test.each([
  ['en', '{n:# matter|# matters} left', { n: 1 }, '1 matter left', 'one is one'],
  ['en', '{n:# matter|# matters} left', { n: 0 }, '0 matters left', 'none is many'],
  ['en', '{n:# matter|# matters} left', { n: 21 }, '21 matters left', 'English looks at the whole number'],
  ['en', '{a:# item|# items}, {b:# unit|# units}', { a: 1, b: 2 }, '1 item, 2 units', 'each number for itself'],
  ['en', 'refused {n:once|#×}', { n: 1 }, 'refused once', 'a form may do without the number'],
  ['en', 'at most {n:# day|# days}', { n: '1' }, 'at most 1 day', 'a number may come as text'],
  ['zh', '还剩 {n} 件', { n: 1 }, '还剩 1 件', 'Chinese has one form'],
  ['en', '{n:# day|# days}', {}, '{n:# day|# days}', 'what was not given stays visible'],
  ['en', '{constructor}', {}, '{constructor}', 'nor is it found on every object'],
  ['en', '{x}', { x: { zh: '甲', en: 'A' } }, 'A', 'a name in the language'],
  ['zh', '{x}', { x: [{ zh: '甲', en: 'A' }, '乙'] }, '甲、乙', 'a list of names'],
] satisfies [Language, string, object, string, string][])(
  '%s %j with %j: %j (%s)',
  (language, sentence, params, said, _why) => expect(fill(sentence, language, { ...params })).toBe(said),
);
