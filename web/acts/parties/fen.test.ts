import { expect, test } from 'vitest';
import zhParties from '../../../messages/zh/parties.json' with { type: 'json' };
import { translator } from '../../i18n/translate.ts';
import { fenOf, sumFault } from './fen.ts';

const t = translator(zhParties, 'zh');

test.each([
  ['3400', 3400],
  ['3,400.50 元', 3400.5],
  ['３，４００', 3400],
  ['￥18.5', 18.5],
  ['3400万', 34_000_000],
  ['18.5万元', 185_000],
  ['18万5', 185_000],
  ['18万5千', 185_000],
  ['18万5000元整', 185_000],
  ['18万零头', null],
  ['5千万', 50_000_000],
  ['1.2亿', 120_000_000],
  ['1亿2', 120_000_000],
  ['1亿2000万', 120_000_000],
  ['1亿2千万', 120_000_000],
  ['0.29', 0.29],
  // An amount that nobody knows is no 0: that there is none is written out.
  ['0', null],
  ['0.00 元', null],
  ['0元整', 0],
  ['1.0001万', 10_001],
  ['100亿', 10_000_000_000],
  ['18万50', null],
  ['12,5', null],
  ['1万亿', null],
  ['5万5万', null],
  ['万', null],
  ['三万', null],
])('of %s is understood what whoever wrote it meant, or nothing', (typed, yuan) => {
  expect(fenOf(typed)).toBe(yuan === null ? undefined : Math.round(yuan * 100));
  expect(sumFault(t, typed) === undefined).toBe(yuan !== null);
});

test('a promise is of more than nothing', () => {
  for (const typed of ['0', '0元整']) expect(sumFault(t, typed, { above: true })).toContain('不能是 0 元');
  expect(sumFault(t, '1', { above: true })).toBeUndefined();
});

test('nothing typed is nothing, and no fault', () => {
  for (const typed of ['', '  ', undefined]) expect([fenOf(typed), sumFault(t, typed)]).toEqual([undefined, undefined]);
});

test.each([
  ['-5', '“-5”是负数'],
  ['负5万', '“负5万”是负数'],
  ['12.345', '“12.345”里有不足一分的零头'],
  ['9'.repeat(20), '太大，最多 100 亿元'],
  ['100亿1万', '太大'],
])('of %s is said why it will not do', (typed, why) => expect(sumFault(t, typed)).toContain(why));
