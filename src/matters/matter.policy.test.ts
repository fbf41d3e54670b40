import { describe, expect, test } from 'vitest';
import type { ActKind } from '../mechanism/index.ts';
import { choices, mayRead, OVERSEERS, whyNot } from './matter.policy.ts';
import { actingUnit } from './actor.policy.ts';
import {
  ALONE,
  ANSWERED,
  appeals,
  ASSIGNED,
  at,
  CLOSED,
  lived,
  REGISTERED,
  SEATS,
  UNITS,
  VERIFIED,
  weekly,
  WORKING,
  type SeatName,
  type Step,
} from './life/life.fixture.ts';

const mechanism = weekly();
const open = (steps: Step[], who: SeatName, when: string): ActKind[] =>
  choices(mechanism, lived(steps), SEATS[who], at(when)).flatMap((c) => (c.allowed ? [c.kind] : []));

describe('what each seat may do', () => {
  test.each<[sentence: string, steps: Step[], who: SeatName, acts: ActKind[]]>([
    ['the office with a matter just registered', REGISTERED, 'office', ['assign', 'note', 'attach', 'correct']],
    ['the lead that has just been assigned it', ALONE, 'water', ['accept', 'refuse', 'extend', 'note', 'attach']],
    ['its head the same', ALONE, 'waterHead', ['accept', 'refuse', 'extend', 'note', 'attach']],
    ['the lead that works on it', WORKING, 'water', ['report', 'extend', 'answer', 'note', 'attach']],
    [
      'the office meanwhile',
      WORKING,
      'office',
      ['assign', 'pause', 'remind', 'note', 'attach', 'correct', 'slip', 'list', 'raise'],
    ],
    ['a mayor meanwhile', WORKING, 'mayor', ['remind', 'instruct', 'note', 'slip', 'list', 'raise']],
    ['a unit without a part in it', WORKING, 'roads', []],
    ['an administrator', WORKING, 'admin', []],
    ['the office with an answer', ANSWERED, 'office', ['verify', 'return', 'note', 'attach', 'correct']],
    ['the office with what it verified', VERIFIED, 'office', ['return', 'close', 'note', 'attach', 'correct']],
    ['the lead that has answered', ANSWERED, 'water', ['note', 'attach']],
    ['a mayor with what is struck off', CLOSED, 'mayor', ['reopen']],
    [
      'a co-unit while the lead works',
      [...ASSIGNED, ['water', 'accept', '03-02 11:00']],
      'roads',
      ['accept', 'refuse', 'extend', 'note', 'attach'],
    ],
  ])('%s', (_, steps, who, acts) => {
    expect(open(steps, who, '03-19 12:00')).toEqual(acts);
  });

  test('a button that is off says why, in a sentence’s code and values', () => {
    const choice = (kind: ActKind) =>
      choices(mechanism, lived(WORKING), SEATS.water, at('03-23 09:00')).find((c) => c.kind === kind);
    expect(choice('extend')).toEqual({
      kind: 'extend',
      allowed: false,
      code: 'matter.extension-after-deadline',
      params: { due: '2026-03-20', hour: '18:00', today: '2026-03-23' },
      give: ['reason'],
      follows: { to: null, starts: [], ends: [], moves: ['answer'] },
      unreached: [],
      early: null,
      within: null,
    });
    expect(choice('close')).toMatchObject({ code: 'matter.not-your-act', params: { by: ['supervisor'] } });
    expect(choice('refuse')).toMatchObject({
      code: 'matter.stage-forbids-act',
      params: { stage: 'working', stages: ['assigned'] },
    });
  });

  test('registering is no choice about a matter that there is', () => {
    expect(choices(mechanism, lived(WORKING), SEATS.office, at('03-05 09:00')).map((c) => c.kind)).not.toContain(
      'register',
    );
  });
});

describe('through which unit a seat acts', () => {
  const state = lived([...REGISTERED, ['office', 'assign', '03-02 10:00', { lead: 'water', co: ['parks', 'office'] }]]);
  test.each<[sentence: string, who: SeatName, unit: string | undefined]>([
    ['a handler through its own', 'water', UNITS.water],
    ['a head through its own', 'waterHead', UNITS.water],
    ['a head of what is above, through the bureau below', 'countyHead', UNITS.parks],
    ['a handler of a unit without a part, through none', 'roads', undefined],
    ['an overseer through none, though its office helps', 'office', undefined],
    ['a mayor through none', 'mayor', undefined],
  ])('%s', (_, who, unit) => {
    expect(actingUnit(state, SEATS[who])?.unit).toBe(unit);
  });
});

describe('who takes down what others raise', () => {
  const appeal = appeals();
  const unit = (who: SeatName) => [SEATS[who].seat];
  const registered = lived([['office', 'register', '03-02 09:00', { text: '门口断路' }]]);
  test.each<[sentence: string, act: ActKind, begun: boolean, desk: readonly string[], code: string | null]>([
    ['a desk registers', 'register', false, unit('water'), null],
    ['and attaches the papers while it begins', 'attach', true, unit('water'), null],
    ['where it is another’s desk, it does not', 'register', false, unit('roads'), 'matter.not-your-act'],
    ['nor a seat that is no desk', 'register', false, [], 'matter.not-your-act'],
    ['once it stands, it adds nothing', 'attach', true, [], 'matter.not-your-act'],
    ['a desk does not classify', 'classify', true, unit('water'), 'matter.not-your-act'],
    [
      'nor assign, and with that say that it goes by the green channel',
      'assign',
      true,
      unit('water'),
      'matter.not-your-act',
    ],
  ])('%s', (_, act, begun, desk, code) => {
    const why = whyNot(appeal, begun ? registered : null, SEATS.water, act, at('03-02 09:00'), [], desk);
    expect(why?.code ?? null).toBe(code);
  });
});

describe('what each seat may read', () => {
  const matter = (visibility: 'city' | 'units', confidential: boolean) => ({
    visibility,
    confidential,
    units: lived(ASSIGNED).units,
    originators: [{ id: SEATS.firm.seat, since: '', unnamed: false }],
    sealed: false,
    helpers: [{ act: '', at: '', seat: SEATS.schools.seat, unit: SEATS.schools.unit }],
  });
  const firm: SeatName = 'firm';
  test.each<[sentence: string, visibility: 'city' | 'units', confidential: boolean, readers: SeatName[]]>([
    [
      'open to the city: every seat, and of those who sit on none whoever raised it',
      'city',
      false,
      (Object.keys(SEATS) as SeatName[]).filter((who) => who !== 'baker'),
    ],
    [
      'confidential: the overseers, the units that have it, who is above them, who was asked to help, and whoever raised it',
      'city',
      true,
      ['office', 'mayor', 'water', 'waterHead', 'roads', 'parks', 'schools', 'countyHead', firm],
    ],
    [
      'of the units only: the same',
      'units',
      false,
      ['office', 'mayor', 'water', 'waterHead', 'roads', 'parks', 'schools', 'countyHead', firm],
    ],
    [
      'both: the same',
      'units',
      true,
      ['office', 'mayor', 'water', 'waterHead', 'roads', 'parks', 'schools', 'countyHead', firm],
    ],
  ])('%s', (_, visibility, confidential, readers) => {
    const may = (Object.keys(SEATS) as SeatName[]).filter((who) =>
      mayRead(SEATS[who], matter(visibility, confidential)),
    );
    expect(may).toEqual(readers);
  });

  test('a unit that was let go reads what is confidential no more', () => {
    const state = lived([
      ['office', 'register', '03-02 09:00', { text: '查访', confidential: true }],
      ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
      ['office', 'assign', '03-02 11:00', { lead: 'roads', co: [] }],
    ]);
    expect([mayRead(SEATS.water, state), mayRead(SEATS.roads, state)]).toEqual([false, true]);
  });

  test('an administrator is no overseer', () => {
    expect(OVERSEERS).not.toContain('administrator');
  });
});
