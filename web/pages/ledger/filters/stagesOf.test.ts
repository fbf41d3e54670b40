import { expect, test } from 'vitest';
import { channelsOf, schemesOf, stagesOf } from './stagesOf.ts';

const stage = (key: string, zh: string) => ({ key, zh, en: key, phase: 'open' as const });
const mechanisms = [
  {
    key: 'a',
    zh: '甲',
    en: 'A',
    stages: [stage('registered', '已登记'), stage('assigned', '已交办')],
    channels: [],
    scheme: null,
  },
  {
    key: 'b',
    zh: '乙',
    en: 'B',
    stages: [stage('registered', '已登记'), stage('assigned', '已转办')],
    channels: [{ key: 'phone', zh: '电话', en: 'By phone' }],
    scheme: 'appeals',
  },
];

test('a mechanism that nobody raises anything by has neither channels nor categories to choose from', () => {
  expect(channelsOf(mechanisms, undefined, 'zh')).toEqual([{ value: 'phone', label: '电话' }]);
  expect(channelsOf(mechanisms, 'a', 'zh')).toEqual([]);
  expect(schemesOf(mechanisms, undefined)).toEqual(['appeals']);
  expect(schemesOf(mechanisms, 'a')).toEqual([]);
});

test('a stage that two mechanisms have is offered once, by both its names where they differ', () => {
  expect(stagesOf(mechanisms, undefined, 'zh')).toEqual([
    { value: 'registered', label: '已登记' },
    { value: 'assigned', label: '已交办 / 已转办' },
  ]);
});

test('of one mechanism its own stages alone are offered', () => {
  expect(stagesOf(mechanisms, 'b', 'zh').map(({ label }) => label)).toEqual(['已登记', '已转办']);
});
