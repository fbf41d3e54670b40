import { expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { ANSWERED, appeals, at, DISPUTED, lived, RAISED, REPLIED, weekly, type Step } from '../life/life.fixture.ts';
import { rowOf } from './row.rules.ts';

const EXCLUDING: Step[] = [
  ...DISPUTED,
  ['office', 'callback', '03-06 10:00', { reached: true, solved: false, satisfied: false, text: '仍未通' }],
  ['office', 'exclude', '03-06 11:00', { reason: '不在本市', told: '评价不计入统计' }],
];

test.each<[sentence: string, steps: Step[], mechanism: ReturnType<typeof weekly>, name: string | undefined]>([
  ['answered, it is to be verified: the phase says so', ANSWERED, weekly(), undefined],
  ['not given out yet, it is to be: the phase says so', RAISED, appeals(), undefined],
  ['answered to whoever raised it, it is to be judged', REPLIED, appeals(), '评价期'],
  ['judged badly, somebody is to be called back', DISPUTED, appeals(), '回访时限'],
  ['to be excluded, that is to be reviewed', EXCLUDING, appeals(), '剔除复核时限'],
])('the office’s slip is named by the clock that runs: %s', (_, steps, mechanism, name) => {
  const now = at('03-09 09:00');
  const id = '00000000-0000-7000-8000-000000000001';
  const row = rowOf(id, lived(steps, { mechanism }), now, nationalCalendar, { kind: 'overseer' }, mechanism);
  expect(row.office ? row.office.name?.zh : 'none').toBe(name);
});
