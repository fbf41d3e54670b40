import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, nationalCalendar, rollForward, uuidv7, type Day } from '../kernel/index.ts';
import {
  actFault,
  appealDaysOf,
  contestWays,
  foldDebarment,
  isIdNumber,
  lastUntil,
  lateness,
  proposalFault,
  stageOn,
  type DebarmentState,
} from './debarment.rules.ts';
import { contestableUntil, lastDayOf, serviceFault, type Service } from './service.rules.ts';

const by = { seat: uuidv7(new Date()), account: uuidv7(new Date()), at: '2026-03-02T02:00:00.000Z' };
const served = (on: Day, of: Service['of'] = 'decision'): Service => ({
  act: by.seat,
  of,
  on,
  how: 'in-person',
  file: by.seat,
  fileKey: 'sealed',
});
/** Served on the day of its decision. */
const standing: DebarmentState = {
  notesService: true,
  services: [served('2026-03-02')],
  kind: 'person',
  print: '',
  file: by.seat,
  decidedOn: '2026-03-02',
  noticedOn: '2026-02-10',
  hearing: { how: 'waived', on: '2026-02-11' },
  from: '2026-03-10',
  until: '2027-03-09',
  proposed: by,
  approved: by,
  refused: null,
  review: null,
  appeal: null,
  lifted: null,
  steps: [],
};
const lifted = (on: Day, none = false): DebarmentState => ({ ...standing, lifted: { on, void: none } });

test.each<[string, DebarmentState, Day, string]>([
  ['a proposal debars nobody', { ...standing, approved: null }, '2026-06-01', 'proposed'],
  ['nor does one that was refused', { ...standing, approved: null, refused: by }, '2026-06-01', 'refused'],
  ['the day before the term it has not begun', standing, '2026-03-09', 'to-come'],
  ['the first day counts', standing, '2026-03-10', 'standing'],
  ['and so does the last', standing, '2027-03-09', 'standing'],
  ['the day after it is over, though nobody did anything', standing, '2027-03-10', 'expired'],
  ['before it was lifted it stood, and is told so afterwards', lifted('2026-09-01'), '2026-08-31', 'standing'],
  ['from that day on it stands no more', lifted('2026-09-01'), '2026-09-01', 'lifted'],
  ['what a court annulled never stood', lifted('2026-09-01', true), '2026-08-31', 'lifted'],
])('%s', (_, state, day, stage) => {
  expect(stageOn(state, day)).toBe(stage);
});

describe('notice, hearing, decision, term', () => {
  const good = {
    kind: 'person' as const,
    file: by.seat,
    noticedOn: '2026-02-27',
    hearing: { how: 'silent' as const, on: '2026-03-06' },
    decidedOn: '2026-03-09',
    from: '2026-03-10',
    until: '2029-03-09',
  };
  const fault = (more: Partial<typeof good> | { hearing: object }) =>
    proposalFault({ ...good, ...more } as typeof good, nationalCalendar, '2026-03-16')?.code ?? null;

  test.each<[string, Parameters<typeof fault>[0], string | null]>([
    ['in this order they are good, and three years to the day the longest', {}, null],
    ['a day more is too long', { until: '2029-03-10' }, 'debarments.term-too-long'],
    [
      'working days to ask for a hearing leave out a weekend, but not one that is worked (28 February 2026)',
      { hearing: { how: 'silent', on: '2026-03-05' } },
      null,
    ],
    ['a day earlier one may still ask', { hearing: { how: 'silent', on: '2026-03-04' } }, 'debarments.still-may-ask'],
    ['whoever waives it in writing need not wait', { hearing: { how: 'waived', on: '2026-02-27' } }, null],
    [
      'nobody is heard before notice',
      { hearing: { how: 'heard', on: '2026-02-26' } },
      'debarments.heard-before-notice',
    ],
    ['nor decided on before the hearing', { decidedOn: '2026-03-05' }, 'debarments.decided-before-hearing'],
    ['it begins with the decision at the earliest', { from: '2026-03-08' }, 'debarments.from-before-decision'],
    ['it ends after it begins', { until: '2026-03-09' }, 'debarments.until-before-from'],
    ['a term that is over to its last day puts nobody on the list', { until: '2026-03-15' }, 'debarments.term-over'],
    ['one that ends today does', { until: '2026-03-16' }, null],
    ['no decision is of a day to come', { decidedOn: '2026-03-17' }, 'debarments.decided-in-future'],
  ])('%s', (_, more, code) => {
    expect(fault(more)).toBe(code);
  });

  test('a term of at most three years has at most 1096 days, whenever it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const from = addDays('2024-01-01', n);
        const until = lastUntil(from);
        return until > addDays(from, 1093) && until <= addDays(from, 1095);
      }),
    );
  });
});

test.each<[string, Day, 'review' | 'reconsideration' | 'court', Day]>([
  ['sixty days, the day of its service not counted', '2026-03-02', 'reconsideration', '2026-05-01'],
  ['six months to the same day', '2026-03-12', 'court', '2026-09-12'],
  ['or to the last day of a shorter month', '2025-08-29', 'court', '2026-02-28'],
])('contested in time: %s, or the working day after that', (_, servedOn, by, day) => {
  expect(contestableUntil(servedOn, by, nationalCalendar)).toBe(rollForward(nationalCalendar, day));
});

test.each<[string, DebarmentState, Day, 'court' | 'reconsideration', string | null]>([
  [
    'within its days, though the term is over',
    { ...standing, until: '2026-03-20' },
    '2026-05-06',
    'reconsideration',
    null,
  ],
  ['or was lifted', lifted('2026-03-20'), '2026-05-06', 'reconsideration', null],
  [
    'later than that, once it is over',
    { ...standing, until: '2026-03-20' },
    '2026-05-07',
    'reconsideration',
    'debarments.contested-late',
  ],
  ['a court may be asked longer', { ...standing, until: '2026-03-20' }, '2026-09-02', 'court', null],
  ['late while it stands: whether it comes too late is for others to say', standing, '2026-12-01', 'court', null],
])('a decision is contested %s', (_, state, on, to, code) => {
  const act = { id: by.seat, kind: 'appeal' as const, given: { to, on, reason: '认定有误' } };
  expect(actFault(state, act, nationalCalendar, '2027-01-04')?.code ?? null).toBe(code);
});

test.each<[string, DebarmentState, Day, string[]]>([
  [
    'each until its last day',
    { ...standing, until: '2026-03-20' },
    '2026-05-06',
    ['review', 'reconsideration', 'court'],
  ],
  ['a court longer than the others', { ...standing, until: '2026-03-20' }, '2026-05-07', ['court']],
  ['none once the days of all are over', { ...standing, until: '2026-03-20' }, '2026-12-01', []],
  ['nor of what was lifted', lifted('2026-03-20'), '2026-12-01', []],
  ['late ones as long as it stands', standing, '2026-12-01', ['review', 'reconsideration', 'court']],
])('ways to contest are offered: %s', (_, state, today, open) => {
  const ways = contestWays(state, nationalCalendar, today);
  expect(ways.filter((one) => one.open).map(({ by: way }) => way)).toEqual(open);
  expect(ways.map(({ last }) => last)).toEqual(['2026-05-06', '2026-05-06', '2026-09-02']);
});

test.each<[string, 'appeal' | 'end-appeal' | 'lift', Day, string | null]>([
  ['an appeal ends on its own day at the earliest', 'end-appeal', '2026-04-20', null],
  ['and not a day before it', 'end-appeal', '2026-04-19', 'debarments.ended-before-made'],
  ['the next is made on the day on which the one before ended', 'appeal', '2026-04-15', null],
  ['and not while that was still under way', 'appeal', '2026-04-14', 'debarments.made-before-last-ended'],
  ['one is removed on the day on which they were entered', 'lift', '2026-03-02', null],
  ['and not before it', 'lift', '2026-03-01', 'debarments.lifted-before-entered'],
])('days in their order: %s', (_, kind, on, code) => {
  const made = (day: Day) => ({ kind: 'appeal-debarment', given: { on: day } });
  const days = appealDaysOf([
    made('2026-04-01'),
    { kind: 'end-appeal-debarment', given: { on: '2026-04-15' } },
    made('2026-04-20'),
  ]);
  const given = { on, to: 'court', outcome: 'annulled', until: null, reason: '主要证据不足' };
  const act = { id: by.seat, kind, given } as Parameters<typeof actFault>[1];
  const early: DebarmentState = { ...standing, decidedOn: '2026-02-20' };
  expect(actFault(early, act, nationalCalendar, '2026-06-01', days)?.code ?? null).toBe(code);
});

const acts = (...all: [kind: string, given: Record<string, string>][]) =>
  all.map(([kind, given]) => ({ kind: `${kind}-debarment`, given }));
const reconsidered = (outcome: string, on: Day = '2026-09-20') =>
  appealDaysOf(acts(['appeal', { on: '2026-04-20', to: 'reconsideration' }], ['end-appeal', { on, outcome }]));

test.each<[string, ReturnType<typeof reconsidered> | undefined, Day]>([
  ['a court within six months of its service', undefined, '2026-09-02'],
  [
    'and within fifteen days of the service of a reconsideration, to the next working day',
    reconsidered('upheld'),
    '2026-10-08',
  ],
  ['with what is left of the six months', reconsidered('upheld', '2026-05-20'), '2026-09-02'],
  ['a reconsideration that was dropped was none', reconsidered('dropped'), '2026-09-02'],
])('%s', (_, days, last) => {
  const again = days?.reconsideredOn ? [served(days.reconsideredOn, 'reconsideration')] : [];
  const services = [served('2026-03-02'), ...again];
  const over: DebarmentState = { ...standing, until: '2026-03-20', services };
  const ways = contestWays(over, nationalCalendar, '2026-09-25', days);
  expect(ways.find(({ by: way }) => way === 'court')).toMatchObject({ last, open: last >= '2026-09-25' });
  const sues = { id: by.seat, kind: 'appeal', given: { to: 'court', on: '2026-09-25', reason: '不服' } } as const;
  const code = actFault(over, sues, nationalCalendar, '2026-09-25', days)?.code ?? null;
  expect(code).toBe(last >= '2026-09-25' ? null : 'debarments.contested-late');
});

test('what was reconsidered once is not a second time, and is offered no more', () => {
  const given = { to: 'reconsideration', on: '2026-05-20', reason: '不服' } as const;
  const asks = (days: ReturnType<typeof reconsidered>) =>
    actFault(standing, { id: by.seat, kind: 'appeal', given }, nationalCalendar, '2026-05-20', days)?.code ?? null;
  expect(asks(reconsidered('upheld', '2026-05-10'))).toBe('debarments.reconsidered-once');
  expect(asks(reconsidered('dropped', '2026-05-10'))).toBeNull();
  const ways = contestWays(standing, nationalCalendar, '2026-05-20', reconsidered('upheld', '2026-05-10'));
  expect(ways.map(({ by: way }) => way)).toEqual(['review', 'court']);
});

test.each<[string, object, string | null]>([
  ['whoever reconsiders or judges may shorten it', { outcome: 'shortened', until: '2026-12-31' }, null],
  ['and says until when', { outcome: 'shortened', until: null }, 'debarments.shortened-until'],
  ['which is sooner than it was', { outcome: 'shortened', until: '2027-03-09' }, 'debarments.not-shorter'],
  ['no other outcome has a day', { outcome: 'upheld', until: '2026-12-31' }, 'debarments.shortened-until'],
  ['nor needs one', { outcome: 'annulled', until: null }, null],
])('%s', (_, more, code) => {
  const given = { on: '2026-05-20', reason: '量罚过重', ...more };
  const act = { id: by.seat, kind: 'end-appeal', given } as Parameters<typeof actFault>[1];
  expect(actFault(standing, act, nationalCalendar, '2026-06-01')?.code ?? null).toBe(code);
});

const over: DebarmentState = { ...standing, until: '2026-03-20' };

test.each<[string, DebarmentState, Day, 'review' | 'court', string | null]>([
  ['the day after its last day', over, '2026-05-07', 'review', null],
  ['not on its last day', over, '2026-05-06', 'review', 'debarments.not-late'],
  ['not while a court may still be asked', over, '2026-05-07', 'court', 'debarments.not-late'],
  ['not of a day on which it stood', lifted('2026-11-01'), '2026-10-08', 'court', 'debarments.stood-then'],
  ['of a day after it was lifted', lifted('2026-11-01'), '2026-11-02', 'court', null],
])('that it was contested too late is noted %s', (_, state, on, by, code) => {
  const given = { by, on, follows: 'declined' as const, reason: '来信要求撤销' };
  const act = { id: standing.proposed.seat, kind: 'note-late' as const, given };
  expect(actFault(state, act, nationalCalendar, '2027-01-04')?.code ?? null).toBe(code);
});

test('what is noted of a late contest says how late it was, and leaves the register as it is', () => {
  expect(lateness(standing, { by: 'review', on: '2026-05-16' }, nationalCalendar)).toEqual({
    last: '2026-05-06',
    sure: true,
    days: 10,
  });
  const late = { by: 'review', on: '2026-05-16', last: '2026-05-06', days: 10, follows: 'declined' } as const;
  const given = { ...late, account: by.account, sealed: 'x', print: 'y' };
  const noted = { id: by.seat, seq: 3, kind: 'note-late-debarment', at: by.at, seat: by.seat, given };
  const { steps, ...rest } = foldDebarment(over, noted);
  expect(rest).toEqual((({ steps: _, ...state }) => state)(over));
  expect(steps).toMatchObject([{ kind: 'note-late-debarment', late, sealed: 'x' }]);
});

describe('the days to contest run from the service', () => {
  const unserved: DebarmentState = { ...over, services: [] };
  const { notesService: _, services: __, ...before } = over;
  const way = (state: DebarmentState, by: 'review' | 'court', days?: ReturnType<typeof reconsidered>) =>
    contestWays(state, nationalCalendar, '2027-01-04', days).find((one) => one.by === by);

  test('not from the decision: sixty days and six months from then', () => {
    const late = { ...over, services: [served('2026-05-20')] };
    expect(way(late, 'review')).toMatchObject({ last: '2026-07-20', atLeast: false });
    expect(way(late, 'court')).toMatchObject({ last: '2026-11-20', atLeast: false });
    const asks = { id: by.seat, kind: 'ask-review', given: { on: '2026-07-20', reason: '不服' } } as const;
    expect(actFault(late, asks, nationalCalendar, '2027-01-04')).toBeNull();
  });
  test('what was noted last is in force, to the working day after the Dragon Boat Festival', () => {
    const righted = { ...over, services: [served('2026-05-20'), served('2026-04-20')] };
    expect(way(righted, 'review')).toMatchObject({ last: '2026-06-22' });
  });
  test('where none is noted no day can be told, and nothing comes too late', () => {
    expect(way(unserved, 'review')).toEqual({ by: 'review', last: null, atLeast: false, open: true });
    const asks = { id: by.seat, kind: 'ask-review', given: { on: '2027-01-04', reason: '不服' } } as const;
    expect(actFault(unserved, asks, nationalCalendar, '2027-01-04')).toBeNull();
    const given = { by: 'review', on: '2027-01-04', follows: 'declined', reason: '来信' } as const;
    const notes = { id: by.seat, kind: 'note-late', given } as const;
    expect(actFault(unserved, notes, nationalCalendar, '2027-01-04')?.code).toBe('debarments.late-unserved');
  });
  test('of an entry from before services were noted the days from the decision are the earliest', () => {
    expect(way(before, 'review')).toEqual({ by: 'review', last: '2026-05-06', atLeast: true, open: true });
    const noted = { ...before, services: [served('2026-03-05')] };
    expect(way(noted, 'review')).toMatchObject({ last: '2026-05-06', atLeast: false, open: false });
  });
  test('a court’s fifteen days run from the service of the reconsideration, and cannot be told before it', () => {
    const days = reconsidered('upheld', '2026-09-20');
    expect(way(over, 'court', days)).toMatchObject({ last: null, open: true });
    expect(way(before, 'court', days)).toMatchObject({ last: '2026-10-08', atLeast: true, open: true });
    const both = { ...over, services: [served('2026-03-02'), served('2026-10-20', 'reconsideration')] };
    expect(lastDayOf(both, 'court', nationalCalendar, '2026-09-20')).toEqual({ last: '2026-11-04', sure: true });
  });
});

test.each<[string, object, string | null]>([
  ['on the day of the decision at the earliest', {}, null],
  ['not before it', { on: '2026-03-01' }, 'debarments.served-before-decision'],
  ['nor to come', { on: '2026-06-02' }, 'debarments.served-in-future'],
  ['of a reconsideration that was decided', { of: 'reconsideration', on: '2026-05-20' }, null],
  ['and not before that was', { of: 'reconsideration' }, 'debarments.served-before-decision'],
])('a service is noted %s', (_, more, code) => {
  const given = { of: 'decision', on: '2026-03-02', how: 'post', file: by.seat, reason: null, ...more } as const;
  const fault = serviceFault({ decidedOn: '2026-03-02' }, given, '2026-06-01', '2026-05-20');
  expect(fault?.code ?? null).toBe(code);
});

test('a service is put right with a reason, and there is none of what was not reconsidered', () => {
  const given = { of: 'decision', on: '2026-03-05', how: 'post', file: by.seat, reason: null } as const;
  const fault = (more: object, at: DebarmentState = standing) =>
    serviceFault(at, { ...given, ...more }, '2026-06-01', null)?.code ?? null;
  expect(fault({})).toBe('debarments.served-already');
  expect(fault({ reason: '回证上是 5 日' })).toBeNull();
  expect(fault({ of: 'reconsideration' })).toBe('debarments.not-reconsidered');
});

test('an identity number is known by its check digit', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  expect(isIdNumber('110105194912310021')).toBe(false);
  expect(isIdNumber('91330100799655058B')).toBe(false);
});
