import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Phase } from '../../mechanism/contract.ts';
import { choices } from '../matter.policy.ts';
import type { Child } from './state-parts.rules.ts';
import {
  appeals,
  at,
  attempt,
  DISPUTED,
  DRAFTED,
  HOST,
  lived,
  REPLIED,
  SEATS,
  TAKEN,
  weekly,
  WORKING,
  type Doing,
  type SeatName,
} from './life.fixture.ts';

const appeal = { mechanism: appeals() };
const DIVIDE: Doing = ['water', 'divide', '03-03 09:00', { text: '先修便道', lead: 'roads' }];
const child = (phase: Phase, n = 1): Child => ({
  id: `00000000-0000-7000-8000-00000000096${n}`,
  number: `分办${n}`,
  phase,
});
const without = [...TAKEN, DIVIDE];
const ANSWER: Doing = ['waterHead', 'answer', '03-05 16:00', { result: '便道已修通' }];
const CLOSE: Doing = ['office', 'close', '03-09 09:00', { note: '无法联系' }];
const after = (steps: readonly Doing[], step: Doing, children: readonly Child[]): string =>
  ((decided) => (decided.ok ? 'done' : decided.problem.code.replace('matter.', '')))(
    attempt(lived(steps, appeal), step, { ...appeal, children }),
  );

test.each<[sentence: string, steps: readonly Doing[], step: Doing, children: Child[], result: string]>([
  ['the answer waits for what is being worked on below', DRAFTED, ANSWER, [child('working')], 'children-not-answered'],
  ['and for what nobody has accepted yet', DRAFTED, ANSWER, [child('assigned')], 'children-not-answered'],
  ['for one that was sent back too', DRAFTED, ANSWER, [child('open')], 'children-not-answered'],
  ['not once it is answered', DRAFTED, ANSWER, [child('answered')], 'done'],
  ['nor for what was struck off, joined to another or excluded', DRAFTED, ANSWER, [child('closed')], 'done'],
  ['of several, one is enough', DRAFTED, ANSWER, [child('closed'), child('working', 2)], 'children-not-answered'],
  ['striking off waits for the end of it', REPLIED, CLOSE, [child('answered')], 'children-not-closed'],
  ['and for no more than that', REPLIED, CLOSE, [child('closed')], 'done'],
  [
    'what the file does not name waits for nothing',
    TAKEN,
    ['water', 'report', '03-04 09:00', { text: '在办' }],
    [child('working')],
    'done',
  ],
  [
    'judging is free of it',
    REPLIED,
    ['firm', 'evaluate', '03-06 09:00', { stars: 5, solved: true, satisfied: true }],
    [child('working')],
    'done',
  ],
  [
    'it does not go on in another matter and leave them behind',
    TAKEN,
    ['office', 'join', '03-04 09:00', { into: HOST }],
    [child('answered')],
    'children-not-closed',
  ],
  [
    'nor is what was disputed closed over them',
    DISPUTED,
    ['office', 'reopen', '03-09 09:00', { reason: '再修' }],
    [child('working')],
    'done',
  ],
])('%s', (_, steps, step, children, result) => {
  expect(after(steps, step, children)).toBe(result);
});

test('who may divide: the office and the unit that leads, once it has the matter; nobody else', () => {
  const may = (steps: readonly Doing[], who: SeatName) =>
    choices(appeal.mechanism, lived(steps, appeal), SEATS[who], at('03-06 09:00')).some(
      ({ kind, allowed }) => kind === 'divide' && allowed,
    );
  expect(
    ['office', 'water', 'waterHead', 'roads', 'mayor', 'firm'].filter((who) => may(TAKEN, who as SeatName)),
  ).toEqual(['office', 'water', 'waterHead']);
  expect(may(REPLIED, 'office')).toBe(false);
});

test('a matter keeps which ones stand below it, from its own acts', () => {
  const { children, parent, stage } = lived(without, appeal);
  expect(children).toMatchObject([{ number: '分办〔2026〕0001' }]);
  expect([parent, stage]).toEqual([null, 'working']);
});

test('a mechanism that says nothing of it has no such act', () => {
  const decided = attempt(lived(WORKING), DIVIDE, { mechanism: weekly() });
  expect(decided).toMatchObject({ ok: false, problem: { code: 'matter.act-not-in-mechanism' } });
});

test('neither goes on in the other', () => {
  const host = lived(TAKEN, appeal);
  const family = { children: [{ act: '', at: '', matter: '00000000-0000-7000-8000-000000000950', number: HOST }] };
  const step: Doing = ['office', 'join', '03-04 09:00', { into: HOST }];
  expect(attempt({ ...host, ...family }, step, appeal)).toMatchObject({ problem: { code: 'matter.host-is-kin' } });
});

test('whatever stands below, the button says what the act would say', () => {
  const phases = fc.array(fc.constantFrom(...Phase.options), { maxLength: 4 });
  fc.assert(
    fc.property(phases, fc.constantFrom(ANSWER, CLOSE), (all, step) => {
      const children = all.map((phase, n) => child(phase, n));
      const state = lived(step === ANSWER ? DRAFTED : REPLIED, appeal);
      const [who, kind, when] = step as readonly [SeatName, 'answer' | 'close', string];
      const choice = choices(appeal.mechanism, state, SEATS[who], at(when), children).find((c) => c.kind === kind)!;
      const decided = attempt(state, step, { ...appeal, children });
      expect([choice.allowed, choice.code]).toEqual([decided.ok, decided.ok ? null : decided.problem.code]);
    }),
  );
});
