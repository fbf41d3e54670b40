import { expect, test } from 'vitest';
import zhParties from '../../messages/zh/parties.json' with { type: 'json' };
import zhWorks from '../../messages/zh/works.json' with { type: 'json' };
import { translator } from '../i18n/translate.ts';
import { actFields } from './fields.ts';
import { givenFrom } from './given.ts';
import { unread } from './unread.ts';

const t = translator({ ...zhParties, ...zhWorks }, 'zh');

test.each([
  ['三亩', '“三亩”不是数字。请只写数字，不带单位，如 861.47。'],
  ['1e5', '“1e5”不是数字'],
  ['-3', '“-3”是负数。请写零或大于零的数'],
  ['1.23456789', '最多写六位小数'],
  ['1234567890123', '小数点前最多十二位'],
])('a reading of %s is refused in words of whoever reads it', (value, why) =>
  expect(unread(t, actFields.measure, { value })['value']).toContain(why),
);

test.each([
  ['07', '7'],
  ['.5', '0.5'],
  ['１２．4', '12.4'],
  ['0', '0'],
])('a reading of %s goes out as %s', (value, out) => {
  expect(unread(t, actFields.measure, { value })).toEqual({});
  expect(givenFrom(actFields.measure, { value })['value']).toBe(out);
});

test('what is wrong in one of several lines says in which', () => {
  const obligations = [{ amount: '5000' }, { party: 1, text: '付清', amount: '几万' }];
  expect(unread(t, actFields.settle, { obligations })['obligations']).toContain('第 2 项的金额：“几万”看不懂');
  const plan = [{ on: '2026-12-01', quantity: '一半' }];
  expect(unread(t, actFields.target, { plan, start: '-1', quantity: '5' })).toMatchObject({
    plan: expect.stringContaining('“一半”不是数字'),
    start: expect.stringContaining('负数'),
  });
});

test('a weight counts for something, and minutes are whole', () => {
  expect(unread(t, actFields.divide, { weight: '0' })['weight']).toContain('大于零');
  expect(unread(t, actFields.meet, { lasted: '半小时' })['lasted']).toContain('“半小时”不是整数');
});

test('a line of which only the amount was typed goes out, so that what lacks is said', () => {
  expect(givenFrom(actFields.settle, { obligations: [{ amount: '5万' }, {}] })['obligations']).toMatchObject([
    { amount: 5_000_000, text: '' },
  ]);
});
