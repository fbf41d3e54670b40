import fc from 'fast-check';
import { addDays, dayOf } from '../../kernel/index.ts';
import { ActKind, type Mechanism } from '../../mechanism/index.ts';
import { fold } from './fold.rules.ts';
import {
  appeals,
  attempt,
  disputes,
  FILES,
  HOST,
  PARTIES,
  SEATS,
  weekly,
  type SeatName,
  type Step,
  type World,
} from './life.fixture.ts';
import { canBeChosen, whyNot } from '../matter.policy.ts';
import type { MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/**
 * A matter as chance would have it: at each step any seat does any act with whatever comes to hand, minutes or weeks after
 * the one before. Most is refused; what is not must leave a matter that makes sense.
 */
const units = ['water', 'roads', 'parks', 'office'] as const;
/** Days from the day of the act; some have passed. */
const day = fc.integer({ min: -2, max: 40 });
const given = fc.record({
  text: fc.constantFrom('疏通东渠', '疏通西渠'),
  reason: fc.constant('有缘由'),
  result: fc.constant('已办'),
  files: fc.constant(FILES),
  withoutCo: fc.option(fc.constant('先行'), { nil: undefined }),
  unreached: fc.option(fc.constant('冻土未化'), { nil: undefined }),
  early: fc.option(fc.constant('整改事项少'), { nil: undefined }),
  due: fc.option(day, { nil: undefined }),
  until: day,
  lead: fc.constantFrom(...units),
  co: fc.uniqueArray(fc.constantFrom(...units), { maxLength: 3 }),
  unit: fc.constantFrom(...units),
  percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  confidential: fc.option(fc.boolean(), { nil: undefined }),
  category: fc.constantFrom('010101', '0501', '07', '0701'),
  stars: fc.integer({ min: 1, max: 5 }),
  solved: fc.boolean(),
  satisfied: fc.boolean(),
  reached: fc.boolean(),
  agreed: fc.boolean(),
  note: fc.constant('说明'),
  into: fc.constant(HOST),
  consents: fc.option(fc.boolean(), { nil: undefined }),
  question: fc.constant('路断了'),
  answer: fc.constant('便道已修通'),
  week: fc.constant('2026-03-02'),
  among: fc.constant(9),
  lot: fc.constant('0f'),
  color: fc.constantFrom('blue', 'yellow', 'orange', 'red'),
  title: fc.constant('A road'),
  seat: fc.constantFrom(SEATS.mayor.seat, SEATS.countyHead.seat, SEATS.water.seat, SEATS.roads.seat),
  parties: fc.constant([...PARTIES]),
  place: fc.constant('调解室'),
  came: fc.constant([1, 2]),
  signed: fc.constantFrom([1, 2], [1, 2], [1]),
  heldOn: day,
  signedOn: day,
  appliedOn: day,
  obligations: fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 3 }),
  atOnce: fc.constant(true),
  obligation: fc.integer({ min: 1, max: 3 }),
  edition: fc.constant('第二批'),
  court: fc.constant('东湖法院'),
  where: fc.constantFrom('court', 'arbitration'),
  body: fc.constant('仲裁委员会'),
  originator: fc.option(fc.constantFrom(SEATS.firm.seat, SEATS.baker.seat), { nil: undefined }),
});
type Given = ReturnType<typeof given.generate>['value'];

const DAYS: ReadonlySet<string> = new Set(['due', 'until', 'heldOn', 'signedOn', 'appliedOn']);

/** What of all this each act takes. */
const TAKES: Record<ActKind, readonly (keyof Given)[]> = {
  register: ['text', 'due', 'confidential'],
  assign: ['lead', 'co', 'due'],
  accept: [],
  refuse: ['reason'],
  report: ['text', 'percent'],
  extend: ['until', 'reason'],
  grant: ['unit', 'until'],
  deny: ['unit', 'reason'],
  pause: ['reason'],
  resume: [],
  answer: ['result', 'files', 'withoutCo', 'unreached', 'early'],
  verify: [],
  return: ['reason', 'due'],
  close: ['note'],
  reopen: ['reason', 'due'],
  remind: ['unit'],
  instruct: ['text', 'due'],
  note: ['text'],
  attach: ['files'],
  correct: ['reason', 'text', 'confidential'],
  classify: ['category'],
  inquire: ['text'],
  reply: ['text'],
  promise: ['text', 'due'],
  propose: ['result'],
  evaluate: ['stars', 'solved', 'satisfied', 'consents'],
  draw: ['week', 'among', 'lot'],
  callback: ['reached', 'text'],
  publish: ['question', 'answer'],
  withdraw: ['reason'],
  exclude: ['reason'],
  review: ['agreed', 'note'],
  join: ['into'],
  part: ['reason'],
  divide: ['text', 'lead', 'co', 'due'],
  help: ['seat', 'text'],
  unhelp: ['seat', 'reason'],
  waive: ['reason', 'files'],
  exempt: [],
  gain: ['text'],
  revise: ['edition', 'text'],
  carry: [],
  slip: ['color', 'unit'],
  list: ['title', 'until'],
  delist: ['result', 'files'],
  raise: ['seat', 'reason'],
  lower: ['reason'],
  involve: ['parties'],
  appoint: ['seat'],
  clear: ['seat', 'reason'],
  recuse: ['seat', 'parties'],
  convene: [],
  meet: ['heldOn', 'place', 'came', 'text'],
  settle: ['text', 'signedOn', 'signed', 'obligations', 'atOnce', 'files'],
  keep: ['obligation'],
  breach: ['obligation', 'reason'],
  retract: ['obligation', 'reason'],
  confirm: ['court', 'appliedOn'],
  rule: [],
  fail: ['reason'],
  drop: ['reason'],
  refer: ['where', 'body'],
  target: [],
  measure: [],
  inspect: [],
  wish: [],
  forget: ['agreed', 'reason'],
};
function takes(kind: ActKind, all: Given, now: Date): Record<string, unknown> {
  const dayAfter = (days: number): string => addDays(dayOf(now), days);
  const value = (key: keyof Given): unknown => {
    if (key === 'obligations') return all[key].map((days) => ({ party: 2, text: '付款', due: dayAfter(days) }));
    if (key === 'atOnce') return all.obligations.length === 0;
    return DAYS.has(key) && all[key] !== undefined ? dayAfter(all[key] as number) : all[key];
  };
  return Object.fromEntries(TAKES[kind].flatMap((key) => (all[key] === undefined ? [] : [[key, value(key)]])));
}

const seats = Object.keys(SEATS) as SeatName[];
/** Acts that one of the worlds has: others are refused everywhere, and would only crowd out what is said beside the way. */
const KINDS = ActKind.options.filter((kind) => [weekly(), appeals()].some(({ acts }) => acts[kind]));
const step = fc.record({
  /** Two steps of three are chosen among those open to somebody, or chance would hardly ever come to an answer. */
  open: fc.option(fc.nat(1000), { freq: 3, nil: null }),
  /** One of five of these is of what is said beside the way: as often as the way itself it would keep the walk from going anywhere. */
  beside: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  who: fc.constantFrom(...seats),
  kind: fc.constantFrom(...KINDS),
  hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -3, max: 400 })),
  given,
});
type Chance = ReturnType<typeof step.generate>['value'];
export const walk = fc.array(step, { minLength: 20, maxLength: 80 });

const TALK: ReadonlySet<ActKind> = new Set([
  'divide',
  'help',
  'unhelp',
  'note',
  'attach',
  'instruct',
  'remind',
  'correct',
  'report',
]);

/**
 * Acts that lead somewhere, or those beside the way, and a seat that may do them now: `choices`, without what each of them would say on
 * a page.
 */
function openTo(state: MatterState, now: Date, mechanism: Mechanism, beside: boolean): [SeatName, ActKind][] {
  const kinds = ActKind.options.filter((kind) => TALK.has(kind) === beside && canBeChosen(mechanism, kind));
  return seats.flatMap((who) =>
    kinds.flatMap((kind): [SeatName, ActKind][] =>
      whyNot(mechanism, state, SEATS[who], kind, now) === null ? [[who, kind]] : [],
    ),
  );
}

/** A second file, made to be awkward: clocks that restart on each report, start at registration, end with a verdict. */
const AWKWARD = weekly(
  [
    'clocks:\n',
    'clocks:\n  dispatch: { name: { zh: 转办, en: Dispatch }, scope: matter, from: [register, refuse], until: [assign, close], limit: 1 workday, pausable: true }\n',
  ],
  [
    'clocks:\n',
    'clocks:\n  next-report: { name: { zh: 续报, en: Next }, scope: unit, from: [accept, report, remind], until: [report, answer, verify, close], limit: 3 days, pausable: true }\n',
  ],
  [
    'clocks:\n',
    'clocks:\n  whole: { name: { zh: 总, en: Whole }, scope: unit, from: [assign, reopen], until: [close], limit: 30 days, extendable: true }\n',
  ],
  [
    'answer: { by: [lead, co, raised], from: [working], to: answered',
    'answer: { by: [lead, co, raised], from: [working, refused], to: closed',
  ],
  [
    'verify: { by: [supervisor], from: [answered], to: verified }',
    'verify: { by: [supervisor], from: [answered, working], to: verified }',
  ],
  [
    'grant: { by: [supervisor, mayor], from: [assigned, refused, working] }',
    'grant: { by: [supervisor, mayor], from: [assigned, working], to: answered }',
  ],
);
export const worlds: [string, World][] = [
  ['the shipped mechanism', { mechanism: weekly() }],
  ['an awkward one', { mechanism: AWKWARD }],
  ['what is raised from without', { mechanism: appeals() }],
  ['parties who stand against each other', { mechanism: disputes() }],
];

type Walked = {
  before: MatterState | null;
  step: Step;
  act: MatterAct | null;
  after: MatterState | null;
  code: string | null;
};

/** What each step came to: the matter before and after, and the act, or the code of its refusal. */
export function walked(steps: readonly Chance[], world: World): Walked[] {
  let state: MatterState | null = null;
  let now = Date.UTC(2026, 1, 13, 1);
  // A day that has passed is refused at registration, and there would be no walk.
  const day = Math.max(0, steps[0]!.given.due ?? 0);
  const first: Chance = {
    ...steps[0]!,
    open: null,
    who: 'office',
    kind: 'register',
    given: { ...steps[0]!.given, due: day },
  };
  return [first, ...steps].map((s): Walked => {
    now += s.hours * 3_600_000;
    const able = s.open !== null && state ? openTo(state, new Date(now), world.mechanism!, s.beside) : [];
    const [who, kind] = able[(s.open ?? 0) % Math.max(1, able.length)] ?? [s.who, s.kind];
    const shanghai = new Date(now + 8 * 3_600_000).toISOString();
    const given = takes(kind, s.given, new Date(now));
    // In their own name only, and only where matters are raised.
    if (kind === 'register' && who === 'office' && world.mechanism!.originators && s.given.originator)
      given['originator'] = s.given.originator;
    if (kind === 'register' && world.mechanism!.parties) given['parties'] = PARTIES;
    // An answer to a request goes to a unit that made one, or hardly any would be granted.
    if ((kind === 'grant' || kind === 'deny') && state?.asked[0]) given['unit'] = state.asked[0].unit;
    // And only who helps is let go.
    if (kind === 'unhelp' && state?.helpers[0]) given['seat'] = state.helpers[0].seat;
    const step: Step = [who, kind, `${shanghai.slice(5, 10)} ${shanghai.slice(11, 19)}`, given];
    const before = state;
    const decided = attempt(before, step, world);
    if (!decided.ok) return { before, step, act: null, after: before, code: decided.problem.code };
    state = fold(before, decided.value);
    return { before, step, act: decided.value, after: state, code: null };
  });
}
