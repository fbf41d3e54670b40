import { describe, expect, test } from 'vitest';
import { act, matter, part, people, told, type Row } from './route.fixture.ts';

const waived = (granted: boolean | null) => ({ act: 'act', at: '', reason: '没有这项职能', granted });
const obligation = { n: 1, party: 2, text: '付清', amount: 100, due: '2026-03-13', state: 'broken', at: '' } as const;
const broken = {
  act: 'a',
  at: '',
  text: '',
  signedOn: '2026-03-09',
  signed: [1, 2],
  obligations: [obligation],
  confirmation: null,
};

const gate = (more: object) => ({
  gate: 'works',
  act: 'act',
  at: '',
  passed: false,
  halted: false,
  items: [],
  note: null,
  files: 1,
  times: 1,
  ...more,
});

const rows: Row[] = [
  [
    'whoever is appointed is told, and nobody of theirs besides',
    act('appoint', 'water-head', { unit: 'water', given: { seat: 'water-2' } }),
    matter({ appointed: { act: 'act', at: '', seat: 'water-2', unit: 'water', impartial: 'unknown' } }),
    people('water-1'),
    ['water-2: appointed (owner)'],
  ],
  [
    'whoever was appointed before somebody else was is told nothing',
    act('appoint', 'water-head', { unit: 'water', given: { seat: 'water-1' } }),
    matter({ appointed: { act: 'act', at: '', seat: 'water-2', unit: 'water', impartial: 'unknown' } }),
    people('water-1'),
    [],
  ],
  [
    'an agreement that was broken is told to whoever answers for the unit, as who mediates has found it',
    act('breach', 'water-1', { unit: 'water' }),
    matter({ phase: 'answered', units: [part('water', 'answered')], settlement: broken }),
    people('water-1'),
    ['water-head: broken (superior)'],
  ],
  [
    'found by the office, it is told to whoever mediates too',
    act('breach', 'office-1'),
    matter({ phase: 'answered', units: [part('water', 'answered')], settlement: broken }),
    people('water-1'),
    ['water-1: broken (owner)', 'water-head: broken (superior)'],
  ],
  [
    'a finding that was wrong is told to all who believed it: who mediates, the head, the office, whoever helps',
    act('retract', 'office-1'),
    matter({
      phase: 'answered',
      units: [part('water', 'answered')],
      settlement: broken,
      helpers: [{ act: 'act', at: '', seat: 'parks-1', unit: 'parks' }],
    }),
    people('water-1'),
    [
      'office-2: retracted (office)',
      'parks-1: retracted (helper)',
      'water-1: retracted (owner)',
      'water-head: retracted (superior)',
    ],
  ],
  [
    'that somebody has to do with a party that came in is told to them, to the head, and to the office',
    act('involve', 'office-1', { effects: [{ do: 'parties', conflicts: [{ seat: 'parks-1', parties: [3] }] }] }),
    matter({
      phase: 'working',
      units: [part('water', 'accepted')],
      helpers: [{ act: 'act', at: '', seat: 'parks-1', unit: 'parks', conflicts: [3] }],
    }),
    people('water-1'),
    [
      'office-2: conflicted (office)',
      'parks-1: conflicted (helper)',
      'water-1: conflicted (owner)',
      'water-head: conflicted (superior)',
    ],
  ],
  [
    'that whoever mediates declared an interest is told to them, to the head who appoints another, and to the office',
    act('recuse', 'nobody', { effects: [{ do: 'recuse', conflicts: [{ seat: 'water-1', parties: [1] }] }] }),
    matter({
      phase: 'working',
      units: [part('water', 'accepted')],
      appointed: { act: 'act', at: '', seat: 'water-1', unit: 'water', impartial: 'none', conflicts: [1] },
    }),
    people('water-1'),
    [
      'office-1: conflicted (office)',
      'office-2: conflicted (office)',
      'water-1: conflicted (owner)',
      'water-head: conflicted (superior)',
    ],
  ],
  [
    'that an inspector stopped the work is told to who builds, and to who answers for them',
    act('inspect', 'office-1', { effects: [{ do: 'inspection', gate: 'works', passed: false, halt: true }] }),
    matter({ phase: 'working', units: [part('water', 'accepted')], gates: [gate({ halted: true })] }),
    people('water-1'),
    ['water-1: halted (owner)', 'water-head: halted (superior)'],
  ],
  [
    'that the work may go on is told to the same',
    act('inspect', 'office-1', {
      effects: [{ do: 'inspection', gate: 'works', passed: true, halt: false, lifts: true }],
    }),
    matter({ phase: 'working', units: [part('water', 'accepted')], gates: [gate({ passed: true })] }),
    people('water-1'),
    ['water-1: unhalted (owner)', 'water-head: unhalted (superior)'],
  ],
  [
    'stopped anew in the meantime, it is told to nobody',
    act('inspect', 'office-1', {
      effects: [{ do: 'inspection', gate: 'works', passed: true, halt: false, lifts: true }],
    }),
    matter({ phase: 'working', units: [part('water', 'accepted')], gates: [gate({ halted: true })] }),
    people('water-1'),
    [],
  ],
  [
    'that a gate was not passed, to who builds',
    act('inspect', 'office-1', { effects: [{ do: 'inspection', gate: 'works', passed: false, halt: false }] }),
    matter({ phase: 'working', units: [part('water', 'accepted')], gates: [gate({})] }),
    people('water-1'),
    ['water-1: gate-failed (owner)'],
  ],
  [
    'passed in the meantime, it is told to nobody; nor is what was passed',
    act('inspect', 'office-1', { effects: [{ do: 'inspection', gate: 'works', passed: false, halt: true }] }),
    matter({ phase: 'working', units: [part('water', 'accepted')], gates: [gate({ passed: true })] }),
    people('water-1'),
    [],
  ],
  [
    'a party that nobody has to do with is told to nobody',
    act('involve', 'office-1', { effects: [{ do: 'parties' }] }),
    matter({ phase: 'working', units: [part('water', 'accepted')] }),
    people('water-1'),
    [],
  ],
  [
    'that nothing applies to a unit waits for the office',
    act('waive', 'water-1', { unit: 'water' }),
    matter({ phase: 'answered', waiver: waived(null) }),
    people('water-1', 'office-2'),
    ['office-2: waived (office)'],
  ],
  [
    'that the office agrees is told to whoever said so, though the matter has ended by that',
    act('exempt', 'office-2'),
    matter({ phase: 'closed', waiver: waived(true) }),
    people('office-2', 'water-1'),
    ['water-1: exempted (owner)'],
  ],
  [
    'what a new edition says otherwise is told to whoever works on it',
    act('revise', 'office-1'),
    matter(),
    people('water-2'),
    ['water-2: revised (owner)'],
  ],
  [
    'of what is done with, no edition is told',
    act('revise', 'office-1'),
    matter({ phase: 'closed' }),
    people('water-2'),
    [],
  ],
];

describe('who is told of what some mechanisms alone have: parties and agreements, gates, lists in editions', () => {
  test.each(rows)('%s', (_, a, m, p, expected) => {
    expect(told(a, m, p).toSorted()).toEqual(expected.toSorted());
  });
});
