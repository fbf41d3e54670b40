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
  ['zh', '期限 {x}', { x: '2026-03-05' }, '期限 2026年3月5日', 'a day as officials write it'],
  ['en', 'due {x}', { x: '2026-03-05' }, 'due 5 March 2026', '… and as the English do'],
  ['zh', '截至 {x}', { x: '2026-03-05T20:30:00.000Z' }, '截至 2026年3月6日 04:30', 'an instant in the city’s time'],
  ['zh', '截至 {x}', { x: '2026-03-05T18:00:00+08:00' }, '截至 2026年3月5日 18:00', '… whatever zone it is written in'],
  ['zh', '没有 {x} 这一天', { x: '2026-02-30' }, '没有 2026-02-30 这一天', 'a day that there is not as it was written'],
  ['zh', '版本 {x}', { x: '2026-03' }, '版本 2026-03', 'what is no whole day stays as it is'],
] satisfies [Language, string, object, string, string][])(
  '%s %j with %j: %j (%s)',
  (language, sentence, params, said, _why) => expect(fill(sentence, language, { ...params })).toBe(said),
);
