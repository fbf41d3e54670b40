import { expect, test } from 'vitest';
import { problem, type Problem } from '../kernel/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import { add, nothingYet } from './compare.rules.ts';
import type { Course } from './replay.rules.ts';

const course = (refused: Course['refused'] = null, taken: Course['taken'] = new Map()): Course => ({
  byUnit: false,
  late: [],
  reminders: 0,
  slips: [],
  listed: false,
  raised: false,
  refused,
  taken,
});
const by = (kind: ActKind, why: Problem) => course({ kind, problem: why });
const gate = (zh: string) => problem('matter.gate-missing', { gates: [{ zh, en: zh }] });
const late = (due: string) => problem('matter.extension-after-deadline', { due, hour: '18:00', today: '2026-03-20' });
const told = (list: { kind: string; n: number; number: string }[]) =>
  list.map(({ kind, n, number }) => `${kind} ${n} ${number}`);

test('refusals are told apart by what of the file they name, and not by the days of each matter', () => {
  const found = nothingYet();
  add(found, 'A', course(), by('answer', gate('苗木质量关')));
  add(found, 'B', course(), by('answer', gate('工程质量关')));
  add(found, 'C', course(), by('answer', gate('苗木质量关')));
  add(found, 'D', course(), by('extend', late('2026-03-02')));
  add(found, 'E', course(), by('extend', late('2026-03-09')));
  expect(told(found.refused)).toEqual(['answer 2 A', 'answer 1 B', 'extend 2 D']);
  expect(found.notAgain).toEqual([]);
});

test('what would be refused today under a matter’s own file is taken as it was done, counted, and told with its reason', () => {
  const found = nothingYet();
  const done = (kind: ActKind, ...why: Problem[]) =>
    course(null, new Map(why.map((one, n) => [String(n), { kind, problem: one }])));
  add(found, 'A', done('answer', gate('苗木质量关'), gate('苗木质量关')), course());
  add(found, 'B', done('extend', late('2026-03-02')), by('answer', gate('工程质量关')));
  expect(found).toMatchObject({ matters: 2, asDone: ['A', 'B'], unplayable: [], unknown: ['B'] });
  expect(told(found.notAgain)).toEqual(['answer 1 A', 'extend 1 B']);
  expect(told(found.refused)).toEqual(['answer 1 B']);
});

test('what does not fit together again is in no count, and blamed on no changed file', () => {
  const found = nothingYet();
  add(found, 'A', by('answer', gate('苗木质量关')), by('answer', gate('苗木质量关')));
  add(found, 'B', by('measure', problem('matter.nothing-promised')), course());
  add(found, 'C', null, null);
  expect(found).toMatchObject({ matters: 0, refused: [], unplayable: ['A', 'B', 'C'] });
  expect(told(found.notAgain)).toEqual(['answer 1 A', 'measure 1 B']);
});
