import {
  dayOf,
  farthestDay,
  no,
  ok,
  problem,
  type Day,
  type Problem,
  type Result,
  type Uuid,
} from '../../kernel/index.ts';
import { numberFor, phaseOf, ruleFor, type Mechanism } from '../../mechanism/index.ts';
import { startClocks, stopByAct, stopClocks } from './clocks.rules.ts';
import { Given } from './given.contract.ts';
import { decideTime } from './decide-time.rules.ts';
import { decideHelping, MAY_HELP } from './decide-helping.rules.ts';
import { decideJoining } from './decide-joining.rules.ts';
import { decideRaised, saysNo } from './decide-raised.rules.ts';
import { decideRaising } from './decide-raising.rules.ts';
import { decideSupervision, pressureEnds } from './decide-supervision.rules.ts';
import { decideInspection } from '../gates/decide-gates.rules.ts';
import { decideTargets, firstTargets } from '../targets/decide-targets.rules.ts';
import { decideDivide, decideRecurring } from '../recurrence/recurrence.rules.ts';
import { decideUnits } from './decide-units.rules.ts';
import type { Ask, Checked, Opening } from './ask.rules.ts';
import { givenFault } from './given.rules.ts';
import { OWING } from './owing.rules.ts';
import { decideAppoint, decideParties } from '../parties/parties.rules.ts';
import { decideCatalogue, mayBeCatalogued } from '../catalogues/catalogue.rules.ts';
import { decideConvene, decideMeet } from '../sessions/session.rules.ts';
import { decideSettlement, watchedAfter } from '../settlement/settlement.rules.ts';
import { checkMentions } from '../mentions/mention.rules.ts';
import { whyNot } from '../matter.policy.ts';
import { actingUnit } from '../actor.policy.ts';
import type { ClockState } from './state-parts.rules.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/**
 * Decides an act: the act as it will stand in the ledger, or why it may not be. Pure: the same question gets the same
 * answer, here, on the page's server, and when a mechanism is simulated.
 */
export function decide(state: MatterState | null, ask: Ask, opening?: Opening): Result<MatterAct> {
  const now = notBefore(state, ask.now);
  // Who may put a matter below another was asked of that one.
  const circle = ask.circle?.map(({ seat }) => seat);
  const why = ask.parent ? null : whyNot(ask.mechanism, state, ask.caller, ask.kind, now, ask.children, circle);
  if (why) return no(why);
  const given = Given[ask.kind].safeParse(ask.given);
  if (!given.success) {
    const errors = given.error.issues.map((issue) => givenFault(issue, ask));
    return no(problem('matter.given-malformed', { act: ask.kind }, { status: 400, errors }));
  }
  const unit = state && actingUnit(state, ask.caller);
  const checked = { ...ask, now, given: given.data, unit } as Checked;
  const lacking = demanded(checked) ?? tooFar(checked);
  if (lacking) return no(lacking);
  const called = state ? checkMentions(checked.given, ask.mentioned, state, ask.above) : ok(null);
  if (!called.ok) return called;
  const effects = state ? effectsOf(state, checked) : open(checked, opening);
  if (!effects.ok) return effects;
  const act = {
    id: ask.id,
    seq: (state?.seq ?? 0) + 1,
    kind: ask.kind,
    at: now.toISOString(),
    seat: ask.caller.seat,
    unit: unit?.unit ?? null,
  };
  const attached = ask.files.map((file): Effect => ({ do: 'attach', file }));
  return ok({ ...act, given: given.data as Record<string, unknown>, effects: [...effects.value, ...attached] });
}

/** The same act under another number, for one that was decided before it was known which number is the next. */
export const numbered = (
  act: MatterAct,
  mechanism: Mechanism,
  { year, round, n }: Omit<Opening, 'source'>,
): MatterAct => ({
  ...act,
  effects: act.effects.map((effect) =>
    effect.do === 'open'
      ? { ...effect, n, number: numberFor(mechanism, { year, round: round?.number ?? null, n }) }
      : effect,
  ),
});

/** Time does not run backwards within a matter, even where two servers' clocks disagree. */
const notBefore = (state: MatterState | null, now: Date): Date =>
  state && now.toISOString() < state.updatedAt ? new Date(state.updatedAt) : now;

/** A day named that lies too far ahead. */
function tooFar(ask: Checked): Problem | null {
  const given = ask.given as Record<string, unknown>;
  const last = farthestDay(dayOf(ask.now));
  const field = ['due', 'until'].find((key) => typeof given[key] === 'string' && (given[key] as string) > last);
  if (!field) return null;
  return problem(
    'matter.day-too-far',
    { field, day: String(given[field]), last },
    { status: 400, pointer: `/given/${field}` },
  );
}

/** What the mechanism demands and the person did not give. */
function demanded(ask: Checked): Problem | null {
  const given = ask.given as Record<string, unknown>;
  for (const demand of ruleFor(ask.mechanism, ask.kind)?.give ?? []) {
    const missing = demand === 'evidence' ? !(given['files'] as unknown[] | undefined)?.length : !given[demand];
    if (missing)
      return problem(
        `matter.give-${demand}`,
        { act: ask.kind },
        { status: 400, pointer: `/given/${demand === 'evidence' ? 'files' : demand}` },
      );
  }
  return null;
}

function open(ask: Checked, opening: Opening | undefined): Result<Effect[]> {
  if (!opening) return no(problem('matter.not-registered'));
  const { mechanism, version, now, calendar } = ask;
  const { year, round, n, source } = opening;
  const number = numberFor(mechanism, { year, round: round?.number ?? null, n });
  const first: Effect = {
    do: 'open',
    mechanism: mechanism.key,
    version,
    number,
    n,
    round: round?.id ?? null,
    visibility: mechanism.visibility,
    source,
  };
  const raised = decideRaising(ask as Checked<'register'>);
  if (!raised.ok) return raised;
  const parties = decideParties(null, ask as Checked<'register'>);
  if (!parties.ok) return parties;
  const targets = firstTargets(ask as Checked<'register'>);
  if (!targets.ok) return targets;
  const stray = mayBeCatalogued(ask as Checked<'register'>);
  if (stray) return no(stray);
  if ((ask as Checked<'register'>).given.weight != null && !ask.parent)
    return no(problem('matter.weighs-beside-none', {}, { pointer: '/given/weight' }));
  const due = dueOf(ask);
  const past = inThePast(due, now);
  if (past) return no(past);
  const named = nameFirst(ask);
  if (!named.ok) return named;
  const kept: Effect[] = [...(mechanism.confidential ? [{ do: 'confidential' } as const] : []), ...named.value];
  const starting = { mechanism, kind: ask.kind, units: [], matter: true, due, standing: null, now, calendar, way: [] };
  const entered = stageAfter(null, ask);
  return ok([
    first,
    ...below(ask),
    ...raised.value,
    ...parties.value,
    ...targets.value,
    ...kept,
    ...entered,
    ...decideRecurring(null, entered.at(-1)?.to ?? '', ask),
    ...startClocks(null, starting),
  ]);
}

/** Who reads a sealed matter from its beginning. It is not taken in where nobody would. */
function nameFirst({ mechanism, circle = [] }: Checked): Result<Effect[]> {
  if (!mechanism.sealed) return ok([]);
  if (!circle.length) return no(problem('matter.nobody-named', { mechanism: mechanism.key }));
  return ok([{ do: 'seal' }, ...circle.map(({ seat, unit }): Effect => ({ do: 'help', seat, unit }))]);
}

/** Below which it stands, and under what it is filed by that: what is named, or what the matter above is filed under. */
function below({ parent, filed, mechanism }: Checked): Effect[] {
  if (!parent) return [];
  const { number, category } = parent.state;
  const own =
    mechanism.scheme === undefined ? null : (filed ?? (category?.scheme === mechanism.scheme ? category : null));
  return [{ do: 'below', parent: parent.id, number }, ...(own ? [{ do: 'file' as const, filed: own }] : [])];
}

/** The stage that the act leads to. A co-unit's act never moves the matter. */
function stageAfter(state: MatterState | null, ask: Checked): Extract<Effect, { do: 'stage' }>[] {
  const to = leadsTo(state, ask);
  if (
    !to ||
    ask.unit?.part === 'co' ||
    (state && onlyHelps(state, ask)) ||
    (state?.stage === to && ask.kind !== 'assign')
  )
    return [];
  if (state && ask.kind === 'assign' && keepsLead(state, ask as Checked<'assign'>)) return [];
  return [{ do: 'stage', to, phase: phaseOf(ask.mechanism, to) }];
}

/** Where the mechanism's words lead from here: to, again where that was entered before, or instead. */
function leadsTo(state: MatterState | null, ask: Checked): string | undefined {
  const { to, again, instead } = ruleFor(ask.mechanism, ask.kind) ?? {};
  if (!state) return to;
  if (saysNo(ask)) return instead;
  // A judgement in favour takes nothing back that another has set off; and what is filed anew stays where it is.
  if (ask.kind === 'evaluate' && state.stage === instead) return undefined;
  if (ask.kind === 'classify' && state.category) return undefined;
  // What the public waits for is struck off after it was taken off the list, and not by somebody's contentment.
  if (ask.kind === 'evaluate' && state.listed) return undefined;
  return again !== undefined && to !== undefined && state.entered[to] !== undefined ? again : to;
}

/**
 * Whether an assignment leaves the matter with the lead unit that works on it. Another co-unit or another date does not take
 * it back to the start: the lead has accepted, and could not accept again.
 */
const keepsLead = (state: MatterState, ask: Checked<'assign'>): boolean =>
  state.units.some((u) => u.unit === ask.given.lead && u.part === 'lead' && u.stance !== 'refused');

function effectsOf(state: MatterState, ask: Checked): Result<Effect[]> {
  const { mechanism, now, calendar, kind, unit } = ask;
  const stage = stageAfter(state, ask);
  const closing = stage.some((effect) => effect.phase === 'closed');
  // Nothing of the matter's begins or ends by somebody who only helps.
  const helps = onlyHelps(state, ask);
  const units = helps ? [] : concerned(state, ask);
  const matter = unit?.part !== 'co' && !helps;
  const watched = watchedAfter(state, ask);
  const stopped = [
    ...stopByAct(state, mechanism, { kind, units, matter, closing, now, watched }),
    // Raised higher still, it is owed by the seat that had it no more.
    ...(kind === 'raise' ? stopClocks(state, now, (c) => c.seat !== undefined && 'release') : []),
  ];
  const after = without(state, stopped);
  // What is joined keeps the time that its clocks had left until this very act.
  const own = particular(kind === 'join' ? state : after, ask);
  if (!own.ok) return own;
  // Assigning starts clocks unit by unit, with the time left of whoever led before.
  const way = state.category?.way ?? [];
  const higher = ask.higher?.seat ?? null;
  const since = 'signedOn' in ask.given ? ask.given.signedOn : null;
  const starting = {
    mechanism,
    kind,
    units,
    matter,
    due: dueOf(ask),
    standing: null,
    now,
    calendar,
    way,
    higher,
    watched,
    since,
  };
  // A good evaluation leaves nobody anything to do, nor does a call after which they are content.
  const quiet = kind === 'assign' || closing || ((kind === 'evaluate' || kind === 'callback') && !saysNo(ask));
  const started = quiet ? [] : startClocks(after, starting);
  const recurring = decideRecurring(state, stage.at(-1)?.to ?? state.stage, ask);
  return ok([...stage, ...stopped, ...own.value, ...recurring, ...pressureEnds(state, ask, closing), ...started]);
}

/** Whether somebody acts because they were asked to help, and for no unit that takes part. */
const onlyHelps = ({ helpers, sealed }: MatterState, { caller, unit }: Checked): boolean =>
  // Of what is sealed whoever is named does all.
  !sealed && unit === null && MAY_HELP.has(caller.role) && helpers.some(({ seat }) => seat === caller.seat);

/**
 * The units whose clocks an act starts and stops: the unit that acts; of an overseer's act the unit that it names; of a
 * return or a reopening the lead, whose matter it is again, and the co-units that still owe; of a leader's word those that still
 * owe; otherwise all. A higher seat that answers does so for itself: the units' time is let go by the answer.
 */
function concerned(state: MatterState, ask: Checked): Uuid[] {
  const { kind, unit } = ask;
  const named = 'unit' in ask.given ? ask.given.unit : null;
  if (unit ?? named) return [unit?.unit ?? named!];
  if (kind === 'assign' || (kind === 'answer' && state.raised)) return [];
  const done = state.phase === 'answered' || state.phase === 'closed';
  if (kind === 'instruct') return done ? [] : state.units.filter((u) => OWING.has(u.stance)).map((u) => u.unit);
  const again = kind === 'return' || kind === 'reopen';
  return state.units.filter((u) => !again || u.part === 'lead' || OWING.has(u.stance)).map((u) => u.unit);
}

/** The state as it is once the clocks named have stopped, so that one may be started anew by the very act that ends it. */
function without(state: MatterState, stopped: readonly Effect[]): MatterState {
  if (!stopped.length) return state;
  const ends = (c: ClockState): boolean =>
    stopped.some((effect) => effect.do === 'stop' && effect.clock === c.clock && effect.unit === c.unit);
  const clocks = state.clocks.filter((c) => c.stoppedAt !== null || !ends(c));
  return { ...state, clocks, paused: clocks.some((c) => c.stoppedAt === null && c.paused !== null) };
}

const dueOf = (ask: Checked): Day | null => ('due' in ask.given ? (ask.given.due ?? null) : null);

const inThePast = (due: Day | null, now: Date): Problem | null =>
  due && due < dayOf(now)
    ? problem('matter.due-in-the-past', { due, today: dayOf(now) }, { pointer: '/given/due' })
    : null;

/** What is particular to each kind of act, besides stage and clocks. */
function particular(state: MatterState, ask: Checked): Result<Effect[]> {
  const past = inThePast(dueOf(ask), ask.now);
  if (past) return no(past);
  switch (ask.kind) {
    case 'assign':
    case 'accept':
    case 'refuse':
    case 'answer':
    case 'waive':
    case 'verify':
    case 'return':
    case 'reopen':
      return decideUnits(state, ask);
    case 'extend':
    case 'grant':
    case 'deny':
    case 'pause':
    case 'resume':
      return decideTime(state, ask);
    case 'classify':
    case 'inquire':
    case 'reply':
    case 'promise':
    case 'propose':
    case 'evaluate':
    case 'draw':
    case 'callback':
    case 'publish':
    case 'withdraw':
    case 'exclude':
    case 'review':
      return decideRaised(state, ask);
    case 'divide':
      return decideDivide(state, ask as Checked<'divide'>);
    case 'help':
    case 'unhelp':
      return decideHelping(state, ask);
    case 'exempt':
    case 'gain':
    case 'revise':
      return decideCatalogue(state, ask);
    case 'join':
    case 'part':
      return decideJoining(state, ask);
    case 'slip':
    case 'list':
    case 'delist':
    case 'raise':
    case 'lower':
    case 'instruct':
      return decideSupervision(state, ask);
    case 'involve':
      return decideParties(state, ask as Checked<'involve'>);
    case 'appoint':
      return decideAppoint(state, ask as Checked<'appoint'>);
    case 'convene':
      return decideConvene(state, ask as Checked<'convene'>);
    case 'meet':
      return decideMeet(state, ask as Checked<'meet'>);
    case 'settle':
    case 'keep':
    case 'breach':
    case 'confirm':
    case 'fail':
    case 'drop':
    case 'refer':
      return decideSettlement(state, ask);
    case 'target':
    case 'measure':
      return decideTargets(state, ask);
    case 'inspect':
      return decideInspection(ask as Checked<'inspect'>);
    case 'remind':
      return remind(state, ask as Checked<'remind'>);
    case 'correct':
      return correct(state, ask as Checked<'correct'>);
    default:
      return ok([]);
  }
}

function remind(state: MatterState, ask: Checked<'remind'>): Result<Effect[]> {
  const { unit } = ask.given;
  if (!unit || state.units.some((u) => u.unit === unit)) return ok([]);
  return no(problem('matter.unit-not-in-matter', { unit: ask.unitName(unit) }, { pointer: '/given/unit' }));
}

function correct(state: MatterState, ask: Checked<'correct'>): Result<Effect[]> {
  const { text, area, aim, confidential, amount, weight } = ask.given;
  if (weight != null && !state.parent)
    return no(problem('matter.weighs-beside-none', {}, { pointer: '/given/weight' }));
  if (amount != null && !ask.mechanism.amount)
    return no(problem('matter.has-no-amount', { mechanism: ask.mechanism.key }, { pointer: '/given/amount' }));
  // Where all are confidential none is made public by a slip of the pen.
  if (ask.mechanism.confidential && confidential === false)
    return no(problem('matter.always-confidential', {}, { pointer: '/given/confidential' }));
  const given = { text, area, aim, confidential, amount, weight };
  const keys = Object.keys(given) as (keyof typeof given)[];
  const changes = keys.some((key) => given[key] !== undefined && given[key] !== state[key]);
  return changes ? ok([]) : no(problem('matter.correct-changes-nothing'));
}
