import { describe, expect, test } from 'vitest';
import { nationalCalendar as calendar } from '../../kernel/index.ts';
import type { MatterState } from '../../matters/index.ts';
import type { Mechanism, Rung } from '../../mechanism/index.ts';
import { clock, matter, part, people, ROSTER } from './route.fixture.ts';
import { doingsOf, tellOfRung, type Done } from './rungs.rules.ts';

const now = new Date('2026-03-18T02:00:00Z');
const stage = { phase: 'working', name: { zh: '办理中', en: 'In progress' } } as const;
/** Only where its acts are possible matters here. */
const MECHANISM = {
  stages: { working: stage, registered: { ...stage, phase: 'open' } },
  acts: {
    slip: { by: ['ladder'], from: ['working'] },
    remind: { by: ['ladder'], from: ['working'] },
    list: { by: ['ladder'], from: ['working'] },
    raise: { by: ['ladder'] },
  },
} as unknown as Mechanism;
const EVERYTHING: Rung = {
  at: '3 workdays after',
  slip: 'red',
  remind: true,
  list: '5 workdays',
  raise: 'mayor',
  tell: ['owner', 'superior', 'office', 'mayor'],
};
const water = clock('water', '2026-03-13');
const pumps = clock('pumps', '2026-03-13');
const step = (rung: Partial<Rung> = {}, of = water) => ({
  n: 0,
  clock: of,
  level: 1,
  rung: { ...EVERYTHING, ...rung },
});
const words = { title: '周交办', reason: '逾期', now, calendar };

const done = (given: Partial<MatterState> = {}, rung: Partial<Rung> = {}, of = water, hands: string[] = []): string[] =>
  doingsOf(step(rung, of), matter({ clocks: [of], ...given }), MECHANISM, people(...hands), words).map(
    ({ kind, given: what }) => [kind, what['color'], what['until'], what['seat']].filter(Boolean).join(' '),
  );
const listed = { act: 'a', at: '', title: '', until: '2026-03-20' };
const raised = { act: 'a', at: '', seat: 'mayor', unit: null, reason: '' };

describe('what a rung does', () => {
  test.each<[string, string[], string[]]>([
    [
      'everything it says, the slip first and the raising last',
      done(),
      ['slip red', 'remind', 'list 2026-03-25', 'raise mayor'],
    ],
    [
      'nothing where it says nothing',
      done({}, { slip: undefined, remind: false, list: undefined, raise: undefined } as never),
      [],
    ],
    ['what is listed is not listed again', done({ listed }), ['slip red', 'remind', 'raise mayor']],
    [
      'what is confidential is not put before the public',
      done({ confidential: true }),
      ['slip red', 'remind', 'raise mayor'],
    ],
    ['what was raised to that seat is not raised again', done({ raised }), ['slip red', 'remind', 'list 2026-03-25']],
    ['what the stage forbids is left out', done({ stage: 'registered', phase: 'open' }), ['raise mayor']],
    ['a unit that has refused gets nothing', done({ units: [part('water', 'refused')] }), []],
    [
      'a co-unit gets its own slip, and the whole is neither listed nor raised for it',
      done({ units: [part('water', 'accepted', 'co')] }),
      ['slip red', 'remind'],
    ],
    ['the office’s own time has no unit to press', done({}, {}, clock(null, '2026-03-13')), []],
    ['raised to the head above the unit', done({}, { raise: 'superior' }, pumps).slice(-1), ['raise water-head']],
    ['or to a mayor, where no unit above has a head', done({}, { raise: 'superior' }).slice(-1), ['raise mayor']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('of several mayors to the one who had a hand in it, else to the one who has sat longest', () => {
    const second = { seat: 'mayor-2', account: 'account of mayor-2', role: 'mayor' as const, unit: null };
    const seat = (...hands: string[]) =>
      doingsOf(step(), matter(), MECHANISM, { ...people(...hands), roster: [...ROSTER, second] }, words).at(-1)?.given[
        'seat'
      ];
    expect(seat()).toBe('mayor');
    expect(seat('mayor-2')).toBe('mayor-2');
  });
});

const told = (
  acts: readonly string[],
  given: Partial<MatterState> = {},
  rung: Partial<Rung> = {},
  of = water,
): string[] => {
  const all: Done[] = acts.map((kind) => ({ kind, id: `act-${kind}`, given: { seat: 'mayor' } }) as Done);
  return tellOfRung(step(rung, of), all, matter({ clocks: [of], ...given }), people('water-1', 'office-1')).map(
    ({ seat, kind, why, act }) => `${seat}: ${kind} (${why}) ${act ?? '–'}`,
  );
};

describe('who is told that the review of an exclusion ran out', () => {
  const review = clock(null, '2026-03-13', { clock: 'review' });
  const exclusion = { act: 'a', at: '', seat: 'office-1', account: 'account of office-1', reason: '', agreed: null };
  const state = matter({ phase: 'answered', clocks: [review], exclusion });
  const rung = (able: readonly string[], tell: Rung['tell']): string[] => {
    // Whoever proposed it had it in hand last.
    const who = { ...people('office-1'), able: ROSTER.filter(({ seat }) => able.includes(seat)) };
    return tellOfRung(step({ tell }, review), [], state, who).map(({ seat, why }) => `${seat} (${why})`);
  };
  test.each<[string, string[], string[]]>([
    [
      'another of the office, and not whoever proposed it',
      rung(['office-2', 'mayor'], ['office']),
      ['office-2 (office)'],
    ],
    ['the leaders, where the rung says so', rung(['mayor'], ['mayor']), ['mayor (mayor)']],
    ['whoever owes it: a leader, where nobody of the office may', rung(['mayor'], ['owner']), ['mayor (mayor)']],
    ['the office, where nobody may any more', rung([], ['owner', 'office']), ['office-1 (office)']],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected));
});

describe('who is told of a rung', () => {
  test.each<[string, string[], string[]]>([
    [
      'of a slip, those whom the rung names',
      told(['slip'], {}, { tell: ['owner', 'superior'] }),
      ['water-1: slipped (owner) act-slip', 'water-head: slipped (superior) act-slip'],
    ],
    [
      'of several things the gravest alone, and the seat to which it was raised besides',
      told(['slip', 'remind', 'list', 'raise'], { listed, raised }, { tell: ['owner', 'office'] }),
      ['mayor: raised (raised) act-raise', 'water-1: raised (owner) act-raise', 'office-1: raised (office) act-raise'],
    ],
    ['of a reminder', told(['remind'], {}, { tell: ['owner'] }), ['water-1: reminded (owner) act-remind']],
    ['where nothing was done, that it is overdue', told([], {}, { tell: ['owner'] }), ['water-1: overdue (owner) –']],
    ['or that it soon is', told([], {}, { at: '1 workday before', tell: ['owner'] }), ['water-1: due-soon (owner) –']],
    [
      'of the time after a refusal the office, and not the unit nor its head',
      told([], { units: [part('water', 'refused')] }, { tell: ['owner', 'superior'] }),
      ['office-1: overdue (refused) –'],
    ],
    [
      'the mayors, where the rung says so',
      told(['slip'], {}, { tell: ['mayor'] }),
      ['mayor: slipped (mayor) act-slip'],
    ],
    [
      'of a higher seat’s own time that seat',
      told([], { raised }, { tell: ['owner'] }, clock(null, '2026-03-13', { seat: 'mayor' })),
      ['mayor: overdue (raised) –'],
    ],
    ['nobody, where it was answered meanwhile', told(['slip'], { phase: 'answered' }), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});
