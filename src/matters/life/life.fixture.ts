import { readFileSync } from 'node:fs';
import { nationalCalendar, type Calendar, type Result, type Uuid } from '../../kernel/index.ts';
import { parseMechanism, type ActKind, type Mechanism } from '../../mechanism/index.ts';
import type { FileFacts } from '../../platform/files/contract.ts';
import type { Caller, SeatCaller, SeatRole } from '../../platform/identity/contract.ts';
import type { Appointing } from '../parties/between-state.rules.ts';
import { choices } from '../matter.policy.ts';
import type { Host } from './ask.rules.ts';
import type { Child } from './state-parts.rules.ts';
import { decide } from './decide.rules.ts';
import { fold } from './fold.rules.ts';
import { nobody } from './nobody.rules.ts';
import type { Filed } from './state-parts.rules.ts';
import type { MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/** An invented city for the tests of the engine: four bureaus, the supervision office, a mayor, and their seats. */
const folder = new URL('../../../mechanisms/', import.meta.url);
type Change = [from: string, to: string];

/** A shipped mechanism, with changes to its text where a test needs another. Throws where the result has faults. */
function shipped(name: string, changes: readonly Change[]): Mechanism {
  let source = readFileSync(new URL(name, folder), 'utf8');
  for (const [from, to] of changes) {
    if (!source.includes(from)) throw new Error(`the file has no “${from}”`);
    source = source.replace(from, to);
  }
  const { mechanism, faults } = parseMechanism(source);
  if (!mechanism) throw new Error(JSON.stringify(faults));
  return mechanism;
}
export const weekly = (...changes: Change[]): Mechanism => shipped('weekly-assignment.yaml', changes);
/** That of parties who stand against each other. */
export const disputes = (...changes: Change[]): Mechanism => shipped('dispute.yaml', changes);
/** That of the items of a list that comes in editions, and of the units’ parts in them. */
export const replication = (): Mechanism => shipped('replication.yaml', []);
export const replicationPart = (): Mechanism => shipped('replication-part.yaml', []);
/** That of what stands at the bottom of a plan, each measured in its own unit. */
export const indicators = (): Mechanism => shipped('plan-indicator.yaml', []);
/** That of what is raised from without. */
export const appeals = (...changes: Change[]): Mechanism => shipped('appeal.yaml', changes);

/** That of what is built, measured and inspected. */
export const projects = (...changes: Change[]): Mechanism => shipped('project.yaml', changes);

const id = (n: number): Uuid => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const UNITS = { water: id(1), roads: id(2), parks: id(3), schools: id(4), office: id(5), county: id(6) };
export type UnitName = keyof typeof UNITS;
const nameOf = (unit: Uuid): string => Object.entries(UNITS).find(([, of]) => of === unit)?.[0] ?? unit;

function seat(n: number, role: SeatRole, unit: UnitName | null, below: UnitName[] = []): SeatCaller {
  const units = unit ? [UNITS[unit], ...below.map((name) => UNITS[name])] : [];
  return {
    city: 1,
    account: id(100 + n),
    seat: id(200 + n),
    role,
    unit: unit && UNITS[unit],
    units,
    name: `甲${n}`,
    title: role,
  };
}

function originator(n: number): Caller {
  return { ...seat(n, 'mayor', null), role: 'originator', account: id(200 + n), title: '' };
}

export const SEATS = {
  office: seat(1, 'supervisor', 'office'),
  mayor: seat(2, 'mayor', null),
  admin: seat(3, 'administrator', null),
  water: seat(4, 'handler', 'water'),
  waterHead: seat(5, 'head', 'water'),
  roads: seat(6, 'handler', 'roads'),
  parks: seat(7, 'handler', 'parks'),
  schools: seat(8, 'handler', 'schools'),
  /** Heads the county, of which the bureau of parks is a part. */
  countyHead: seat(9, 'head', 'county', ['parks']),
  /** Two who raise matters; they sit on no seat. */
  firm: originator(20),
  baker: originator(21),
};
export type SeatName = keyof typeof SEATS;

/** Nobody: what follows of itself. */
const LADDER = nobody(1, 'ladder');

/** `03-02 09:00` of 2026 by the city's clocks, seconds if given. */
export const at = (text: string): Date =>
  new Date(`2026-${text.replace(' ', 'T')}${text.length > 11 ? '' : ':00'}+08:00`);

/** Who did what when, with what given. Units are named; times are left out where the last one will do. */
export type Step = readonly [seat: SeatName, kind: ActKind, when: string, given?: Record<string, unknown>];
/** The same, or done by nobody. */
export type Doing = Step | readonly [nobody: 'ladder', kind: ActKind, when: string, given?: Record<string, unknown>];
export type World = {
  mechanism?: Mechanism;
  calendar?: Calendar;
  version?: number;
  host?: Partial<MatterState>;
  children?: readonly Child[];
  /** The act's own id, where the moment that it holds is what a test is about. */
  id?: Uuid;
};

/** What happens when a seat acts on a matter in this state. */
export function attempt(
  state: MatterState | null,
  [who, kind, when, given = {}]: Doing,
  world: World = {},
): Result<MatterAct> {
  const ask = {
    id: world.id ?? id(1000 + (state?.seq ?? 0)),
    kind,
    given: withUnits(given),
    caller: who === 'ladder' ? LADDER : SEATS[who],
    now: at(when),
    mechanism: world.mechanism ?? WEEKLY,
    version: world.version ?? 1,
    calendar: world.calendar ?? nationalCalendar,
    filed: filedIn(given),
    host: hostFor(state, given, world),
    parent: null,
    children: world.children ?? [],
    born: kind === 'divide' ? BORN : null,
    higher: Object.values(SEATS).find(({ seat: one, role }) => role !== 'originator' && one === given['seat']) ?? null,
    appointing: appointingIn(given['seat']),
    beside: [state?.appointed?.seat, ...(state?.helpers ?? []).map((one) => one.seat)].flatMap(
      (one) => appointingIn(one) ?? [],
    ),
    files: filesIn(given),
    mentioned: Object.values(SEATS).flatMap(({ role, ...one }) =>
      role !== 'originator' && ((given['mentions'] ?? []) as Uuid[]).includes(one.seat) ? [{ ...one, role }] : [],
    ),
    unitName: nameOf,
  };
  return decide(state, ask, { year: 2026, round: { id: id(900), number: 7 }, n: 3, source: SOURCE });
}

/** Who sits on the seat that is to be appointed; nothing is known of them but that they declared to have no interests. */
function appointingIn(asked: unknown): Appointing | null {
  const found = Object.values(SEATS).find(({ seat: one, role }) => role !== 'originator' && one === asked);
  if (!found) return null;
  const { seat: one, name, unit } = found;
  return { seat: one, name, unit, interests: [{ kind: 'none', enterprise: null }], names: new Map() };
}

/** The number of another matter of the same kind, just registered. */
export const HOST = '〔2026〕0009';
function hostFor(state: MatterState | null, given: Record<string, unknown>, world: World): Host | null {
  if (!state || (given['into'] !== HOST && !state.joined)) return null;
  const opened = attempt(
    null,
    ['office', 'register', '03-02 08:00', { text: '门口断路', originator: SEATS.baker.seat }],
    world,
  );
  const plain = opened.ok ? opened : attempt(null, ['office', 'register', '03-02 08:00', { text: '门口断路' }], world);
  return plain.ok ? { id: id(950), state: { ...fold(null, plain.value), number: HOST, ...world.host } } : null;
}

/** What is registered below a matter that is divided. */
const BORN: Child = { id: id(960), number: '分办〔2026〕0001', phase: 'assigned' };

const WEEKLY = weekly();
const SOURCE = '5e'.repeat(32);
/** Categories of the invented city, each with those above it. */
const WAYS: Readonly<Record<string, string[]>> = {
  '010101': ['01', '0101', '010101'],
  '0501': ['05', '0501'],
  '07': ['07'],
  '0701': ['07', '0701'],
};
function filedIn({ category }: Record<string, unknown>): Filed | null {
  const way = typeof category === 'string' && Object.hasOwn(WAYS, category) ? WAYS[category] : undefined;
  return way ? { scheme: 'appeals', version: 1, code: way.at(-1)!, way } : null;
}
const filesIn = (given: Record<string, unknown>): FileFacts[] =>
  ((given['files'] ?? []) as Uuid[]).map((file) => ({
    id: file,
    name: PAPER.includes(file) ? '验收单.pdf' : '验收.jpg',
    size: 9,
    sha256: '0f'.repeat(32),
  }));

function withUnits(given: Record<string, unknown>): Record<string, unknown> {
  const unit = (value: unknown): unknown =>
    typeof value === 'string' && Object.hasOwn(UNITS, value) ? UNITS[value as UnitName] : value;
  const entries = Object.entries(given).map(([key, value]) => [
    key,
    key === 'lead' || key === 'unit' ? unit(value) : key === 'co' ? (value as unknown[]).map(unit) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** A matter to which all this was done. Throws where any of it was refused, so that no test rests on a refused step. */
export function lived(steps: readonly Doing[], world: World = {}): MatterState {
  return living(steps, world).state;
}

export function living(steps: readonly Doing[], world: World = {}): { state: MatterState; acts: MatterAct[] } {
  let state: MatterState | null = null;
  const acts: MatterAct[] = [];
  for (const step of steps) {
    const decided = attempt(state, step, world);
    if (!decided.ok)
      throw new Error(`${step[0]} ${step[1]} ${step[2]} was refused: ${JSON.stringify(decided.problem)}`);
    acts.push(decided.value);
    state = fold(state, decided.value);
  }
  if (!state) throw new Error('nothing was done');
  return { state, acts };
}

/** Why the next step is refused, by its code; null where it is done. */
export function refusalOf(steps: readonly Doing[], step: Doing, world: World = {}): string | null {
  const decided = attempt(steps.length ? lived(steps, world) : null, step, world);
  return decided.ok ? null : decided.problem.code;
}

/** What becomes of the next step: 'done', or the code of what is wrong with it, that of a field where one is at fault. */
export function outcomeOf(steps: readonly Doing[], step: Doing, world: World = {}): string {
  const decided = attempt(lived(steps, world), step, world);
  return decided.ok ? 'done' : (decided.problem.errors?.[0]?.code ?? decided.problem.code);
}

/** What a seat may do with a matter, when. */
export const mayDo = (state: MatterState, who: SeatName, when: string, { mechanism = WEEKLY }: World = {}): ActKind[] =>
  choices(mechanism, state, SEATS[who], at(when)).flatMap(({ kind, allowed }) => (allowed ? [kind] : []));

/** A matter in the few words in which the tables speak of it: `answer water` → `2026-03-20`, `paused`, `met`, `late`, `void`. */
export function told(state: MatterState): {
  stage: string;
  stances: Record<string, string>;
  clocks: Record<string, string>;
} {
  const clocks = state.clocks.map((c): [string, string] => [
    c.unit ? `${c.clock} ${nameOf(c.unit)}` : c.clock,
    c.how ?? (c.paused ? `paused, was ${c.due}` : c.due),
  ]);
  const stances = state.units.map((u): [string, string] => [nameOf(u.unit), `${u.part} ${u.stance}`]);
  return { stage: state.stage, stances: Object.fromEntries(stances), clocks: Object.fromEntries(clocks) };
}

/** Files as a person attaches them; only their ids matter here. */
export const FILES = [id(800)];
/** One that is no picture. */
export const PAPER = [id(801)];

/** An enterprise and a person, on either side. */
export const PARTIES = [
  { side: 'claimant', kind: 'enterprise', enterprise: id(700), name: '金穗食品' },
  { side: 'respondent', kind: 'person', name: '杨建平', agent: '许若溪' },
];

// The usual beginnings. Monday 2 March 2026; due on Friday the 20th.
export const REGISTERED: Step[] = [['office', 'register', '03-02 09:00', { text: '疏通东渠', due: '2026-03-20' }]];
export const ASSIGNED: Step[] = [
  ...REGISTERED,
  ['office', 'assign', '03-02 10:00', { lead: 'water', co: ['roads', 'parks'] }],
];
/** Lead and both co-units have accepted. */
export const TOGETHER: Step[] = [
  ...ASSIGNED,
  ['water', 'accept', '03-02 15:00'],
  ['roads', 'accept', '03-02 16:00'],
  ['parks', 'accept', '03-02 17:00'],
];
export const ALONE: Step[] = [...REGISTERED, ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }]];
export const WORKING: Step[] = [...ALONE, ['water', 'accept', '03-02 15:00']];
export const ANSWERED: Step[] = [...WORKING, ['water', 'answer', '03-18 11:00', { result: '已疏通', files: FILES }]];
export const VERIFIED: Step[] = [...ANSWERED, ['office', 'verify', '03-19 09:00']];
export const CLOSED: Step[] = [...VERIFIED, ['office', 'close', '03-19 09:30']];

// The same of an appeal, raised on Monday 2 March 2026: ten working days to answer by the 16th.
export const RAISED: Step[] = [['firm', 'register', '03-02 09:00', { text: '门前断路', channel: 'web' }]];
export const FILED: Step[] = [...RAISED, ['office', 'classify', '03-02 09:30', { category: '0701' }]];
export const GIVEN: Step[] = [...FILED, ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }]];
export const TAKEN: Step[] = [...GIVEN, ['water', 'accept', '03-02 15:00']];
export const DRAFTED: Step[] = [...TAKEN, ['water', 'propose', '03-05 10:00', { result: '便道已修通' }]];
export const REPLIED: Step[] = [...DRAFTED, ['waterHead', 'answer', '03-05 16:00', { result: '便道已修通' }]];
export const DISPUTED: Step[] = [
  ...REPLIED,
  ['firm', 'evaluate', '03-06 09:00', { stars: 2, solved: false, satisfied: false, text: '还是没通' }],
];

// The same of a dispute, of 120,000 yuan: taken on by water, given to its handler, who met with both sides on the 4th.
export const ACCEPTED: Step[] = [
  ['office', 'register', '03-02 09:00', { text: '货款拖欠', parties: PARTIES, amount: 12_000_000 }],
  ['office', 'classify', '03-02 09:30', { category: '0701' }],
  ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
  ['water', 'accept', '03-02 15:00'],
];
export const APPOINTED: Step[] = [...ACCEPTED, ['waterHead', 'appoint', '03-03 09:00', { seat: SEATS.water.seat }]];
export const MET: Step[] = [
  ...APPOINTED,
  ['water', 'meet', '03-04 15:00', { heldOn: '2026-03-04', place: '调解室', came: [1, 2], text: '分两期付' }],
];
/** What the respondent promised: a first part by the 13th, the rest by the 31st. */
export const AGREEMENT = {
  text: '分两期付清',
  signedOn: '2026-03-05',
  signed: [1, 2],
  obligations: [
    { party: 2, text: '第一期货款', amount: 5_000_000, due: '2026-03-13' },
    { party: 2, text: '第二期货款', amount: 7_000_000, due: '2026-03-31' },
  ],
  files: FILES,
};
export const SETTLED: Step[] = [...MET, ['water', 'settle', '03-05 16:00', AGREEMENT]];
export const ASKED: Step[] = [...TAKEN, ['water', 'inquire', '03-03 10:00', { text: '哪一段？' }]];
export const HEARD: Step[] = [
  ...DISPUTED,
  ['office', 'callback', '03-09 10:00', { reached: true, solved: false, satisfied: false, text: '仍有积水' }],
];
export const EXCLUDING: Step[] = [
  ...HEARD,
  ['office', 'exclude', '03-09 11:00', { reason: '不在本市', told: '不计入' }],
];
export const REFUSED: Step[] = [...GIVEN, ['water', 'refuse', '03-02 11:00', { reason: '不归我管' }]];
export const CONTESTED: Step[] = [
  ...REFUSED,
  ['office', 'assign', '03-02 14:00', { lead: 'roads', co: [] }],
  ['roads', 'refuse', '03-02 15:00', { reason: '也不归我管' }],
];
