import { route } from './route.rules.ts';
import type { SeatHeld } from '../../directory/index.ts';
import { LATER, type ClockState, type MatterAct, type MatterState } from '../../matters/index.ts';
import type { People } from './people.rules.ts';

/** Who there is in the tests of routing: an office of two, water with two handlers and a head, roads without a handler. */
const held = (seat: string, role: SeatHeld['role'], unit: string | null, account = `account of ${seat}`): SeatHeld => ({
  seat,
  account,
  role,
  unit,
});
export const ROSTER: readonly SeatHeld[] = [
  held('office-1', 'supervisor', 'office'),
  held('office-2', 'supervisor', 'office'),
  held('mayor', 'mayor', null),
  held('water-1', 'handler', 'water'),
  held('water-2', 'handler', 'water'),
  held('water-head', 'head', 'water'),
  held('roads-head', 'head', 'roads'),
  held('pumps-1', 'handler', 'pumps'),
  held('parks-1', 'handler', 'parks'),
  held('admin', 'administrator', null),
];
/** Pumps is a station below water. */
const UNITS = new Map(
  Object.entries({ office: null, water: null, roads: null, parks: null, pumps: 'water' }).map(([unit, parent]) => [
    unit,
    { parent },
  ]),
);
export const people = (...hands: string[]): People => ({ roster: ROSTER, units: UNITS, hands });

type Unit = MatterState['units'][number];
export const part = (unit: string, stance: Unit['stance'], role: Unit['part'] = 'lead'): Unit => ({
  unit,
  part: role,
  stance,
  bounces: 0,
  since: '2026-03-16T02:00:00.000Z',
});
export const clock = (unit: string | null, due: string, given: Partial<ClockState> = {}): ClockState => ({
  clock: unit ? 'answer' : 'verify',
  unit,
  startedAt: '2026-03-09T02:00:00.000Z',
  limit: 'due',
  calendar: 'test',
  due,
  paused: null,
  stoppedAt: null,
  how: null,
  ...given,
});

/** A matter led by water, with what the test says of it. */
export const matter = (given: Partial<MatterState> = {}): MatterState => ({
  seq: 3,
  moved: 3,
  mechanism: 'test',
  version: 1,
  number: '交办〔2026〕1-01',
  n: 1,
  round: null,
  visibility: 'city',
  stage: 'working',
  phase: 'working',
  text: '疏通老城区雨水管网',
  area: null,
  aim: null,
  dueText: null,
  due: null,
  confidential: false,
  quantities: [],
  source: null,
  ...LATER,
  units: [part('water', 'accepted')],
  clocks: [],
  asked: [],
  files: [],
  percent: null,
  paused: false,
  entered: {},
  registeredAt: '2026-03-09T02:00:00.000Z',
  updatedAt: '2026-03-09T02:00:00.000Z',
  counts: { bounces: 0, reminders: 0, returns: 0, reopenings: 0, extensions: 0, reports: 0 },
  ...given,
});

export const act = (kind: string, seat: string, given: Partial<MatterAct> = {}): MatterAct => ({
  id: 'act',
  seq: 3,
  kind,
  at: '2026-03-16T02:00:00.000Z',
  seat,
  unit: null,
  given: {},
  effects: [],
  ...given,
});

/** The told as one line: who, of what, why they. */
export const told = (a: MatterAct, m: MatterState, p: People): string[] =>
  route(a, m, p).map(({ seat, kind, why }) => `${seat}: ${kind} (${why})`);

/** A sentence, what was done, the matter by now, who there is, and who is told what. */
export type Row = [sentence: string, act: MatterAct, matter: MatterState, people: People, told: string[]];
