import { expect, test } from 'vitest';
import zh from '../../../messages/zh/pages/debarments.json' with { type: 'json' };
import type { ContestWay, DebarmentRow } from '../../../src/debarments/contract.ts';
import { fill } from '../../../src/platform/i18n/fill.rules.ts';
import type { Translate } from '../../i18n/language.tsx';
import { untilTexts } from './untilText.ts';

const t = ((key: string, params: object) =>
  fill((zh as Record<string, string>)[key]!, 'zh', { ...params })) as unknown as Translate;
const noted = { on: '2026-03-02', how: 'post' } as const;
const service = { asked: true, decision: noted, reconsideration: null, reconsideredOn: null };
const way = (more: Partial<ContestWay>): ContestWay => ({
  by: 'court',
  last: '2026-09-02',
  atLeast: false,
  open: true,
  ...more,
});
const told = (ways: ContestWay[], more: Partial<DebarmentRow['service']> = {}) =>
  untilTexts(t, (day) => day, { service: { ...service, ...more } }, ways, '2026-10-08').join('；');

test('a day that is over is told as that, and that a late one is noted', () => {
  expect(told([way({})])).toBe('最晚可在 2026年9月2日 起诉（已过）；禁入期间逾期提出的也可以登记');
});
test('without a service no day is told, once for all ways', () => {
  const ways = [way({ by: 'review', last: null }), way({ last: null })];
  expect(told(ways, { decision: null })).toMatch(/^决定书尚未登记送达[^；]*算不出$/u);
});
test('a court’s waits for the service of the reconsideration', () => {
  expect(told([way({ last: null })], { reconsideredOn: '2026-09-20' })).toMatch(/^复议决定尚未登记送达/u);
});
test('a day that is known stands before those that are the earliest', () => {
  const ways = [way({ by: 'review', open: false }), way({ atLeast: true })];
  expect(told(ways, { asked: false, reconsideredOn: '2026-09-20' })).toMatch(
    /^复核申请.*（已过）；送达日期不详.*起诉$/u,
  );
});
test('what is the earliest is never over', () => {
  expect(told([way({ atLeast: true })], { asked: false, decision: null })).toMatch(
    /^送达日期不详.*2026年9月2日 起诉$/u,
  );
});
