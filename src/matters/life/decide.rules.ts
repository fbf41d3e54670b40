import { listedStandsStill } from './listed.rules.ts';
import { no, ok, problem, type Problem, type Result, type Uuid } from '../../kernel/index.ts';
import { numberFor, ruleFor, type Mechanism } from '../../mechanism/index.ts';
import { startClocks, stopByAct, stopClocks } from './clocks.rules.ts';
import { Given } from './given.contract.ts';
import { countsEveryUnit } from './handed-back.rules.ts';
import { inVain, saysNo } from './decide-raised.rules.ts';
import { decideRaising } from './decide-raising.rules.ts';
import { pressureEnds } from './decide-supervision.rules.ts';
import { reckonGates } from '../gates/order.rules.ts';
import { firstTargets } from '../targets/decide-targets.rules.ts';
import { decideRecurring } from '../recurrence/recurrence.rules.ts';
import { isPicture } from '../../platform/files/contract.ts';
import type { Ask, Checked, Opening } from './ask.rules.ts';
import { givenFault } from './given.rules.ts';
import { OWING } from './owing.rules.ts';
import { decideParties } from '../parties/parties.rules.ts';
import { standsFor } from '../catalogues/carry.rules.ts';
import { mayBeCatalogued } from '../catalogues/catalogue.rules.ts';
import { watchedAfter } from '../settlement/settlement.rules.ts';
import { checkMentions } from '../mentions/mention.rules.ts';
import { takenOf } from '../gates/taken.rules.ts';
import { whyNot } from '../matter.policy.ts';
import { actingUnit } from '../actor.policy.ts';
import { particular } from './decide-particular.rules.ts';
import { onlyHelps, stageAfter } from './decide-stage.rules.ts';
import { unexplained } from './early.rules.ts';
import { dueOf, inThePast } from './due.rules.ts';
import { tooEarly, tooFar } from './far.rules.ts';
import type { ClockState } from './state-parts.rules.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import { openClock, type MatterState } from './state.rules.ts';

/**
 * Decides an act: the act as it will stand in the ledger, or why it may not be. Pure: the same question gets the same
 * answer, here, on the page's server, and when a mechanism is simulated.
 */
export function decide(state: MatterState | null, ask: Ask, opening?: Opening): Result<MatterAct> {
  const now = notBefore(state, ask.now);
  // Who may put a matter below another was asked of that one.
  const circle = ask.desk && ask.caller.seat !== null ? [ask.caller.seat] : ask.circle?.map(({ seat }) => seat);
  const taken = takenOf(ask.kind, ask.id, ask.given);
  const why = ask.parent ? null : whyNot(ask.mechanism, state, ask.caller, ask.kind, now, ask.children, circle, taken);
  if (why) return no(why);
  const given = Given[ask.kind].safeParse(ask.given);
  if (!given.success) {
    const errors = given.error.issues.map((issue) => givenFault(issue, ask));
    return no(problem('matter.given-malformed', { act: ask.kind }, { status: 400, errors }));
  }
  const unit = state && actingUnit(state, ask.caller);
  const checked = { ...ask, now, given: given.data, unit } as Checked;
  const lacking =
    demanded(state, checked) ?? tooFar(checked) ?? (state && (tooEarly(state, checked) ?? unexplained(state, checked)));
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
export const notBefore = (state: MatterState | null, now: Date): Date =>
  state && now.toISOString() < state.updatedAt ? new Date(state.updatedAt) : now;

/** What the mechanism demands and the person did not give. */
function demanded(state: MatterState | null, ask: Checked): Problem | null {
  const given = ask.given as Record<string, unknown>;
  const gate = ask.kind === 'inspect' ? ask.mechanism.gates?.[String(given['gate'])] : undefined;
  for (const demand of [...(ruleFor(ask.mechanism, ask.kind)?.give ?? []), ...(gate?.give ?? [])]) {
    // Where nobody raised it there is nobody to be told.
    if (demand === 'told' && !state?.originators.length) continue;
    const field = demand === 'evidence' || demand === 'photo' ? 'files' : demand;
    const filed = field === 'files' ? (given['files'] as unknown[] | undefined)?.length : given[field];
    if (!filed || (demand === 'photo' && !ask.files.some(isPicture)))
      return problem(`matter.give-${demand}`, { act: ask.kind }, { status: 400, pointer: `/given/${field}` });
  }
  return null;
}

function open(ask: Checked, opening: Opening | undefined): Result<Effect[]> {
  if (!opening) return no(problem('matter.not-registered'));
  const { mechanism, version } = ask;
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
  const past = inThePast(ask, dueOf(ask));
  if (past) return no(past);
  const offLevel = offItsLevel(ask as Checked<'register'>);
  if (offLevel) return no(offLevel);
  const named = nameFirst(ask);
  if (!named.ok) return named;
  const kept: Effect[] = [...(mechanism.confidential ? [{ do: 'confidential' } as const] : []), ...named.value];
  return ok([first, ...below(ask), ...raised.value, ...parties.value, ...targets.value, ...kept, ...begin(ask)]);
}

/** A level is said of a matter where the file has it and lets it be left out; all others follow from what they stand below. */
function offItsLevel({ mechanism, given: { level }, parent }: Checked<'register'>): Problem | null {
  const levels = mechanism.tree?.levels ?? [];
  if (level == null || (parent && levels[level]?.optional)) return null;
  const known = levels.filter(({ optional }) => optional);
  return problem('matter.no-such-level', { known }, { pointer: '/given/level' });
}

/** What begins by the file when a matter is registered: its stage, what recurs, its clocks. */
export function begin(ask: Checked): Effect[] {
  const { mechanism, now, calendar, kind } = ask;
  const starting = {
    mechanism,
    kind,
    units: [],
    matter: true,
    due: dueOf(ask),
    standing: null,
    now,
    calendar,
    way: [],
    green: false,
  };
  const entered = stageAfter(null, ask);
  return [...entered, ...decideRecurring(null, entered.at(-1)?.to ?? '', ask), ...startClocks(null, starting)];
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

/** What follows from an act. `done`: what it did itself, of one that was done and is not judged again. */
export function effectsOf(state: MatterState, ask: Checked, done?: readonly Effect[]): Result<Effect[]> {
  const { mechanism, now, calendar, unit } = ask;
  const kind = standsFor(ask);
  const itself = (then: MatterState) => (done ? ok(fitting(then, done)) : particular(then, ask));
  if (inVain(state, ask)) return itself(state);
  const stage = stageAfter(state, ask);
  const closing = stage.some((effect) => effect.phase === 'closed');
  // Nothing of the matter's begins or ends by somebody who only helps.
  const helps = onlyHelps(state, ask);
  const assigned = done?.flatMap((effect) => (kind === 'assign' && effect.do === 'unit' ? [effect.unit] : [])) ?? [];
  const units = helps ? [] : [...concerned(state, ask), ...assigned];
  const matter = unit?.part !== 'co' && !helps;
  // What a co-unit hands back waits for whoever assigns, though the lead works on.
  const waits = matter || (kind === 'refuse' && countsEveryUnit(mechanism));
  const watched = watchedAfter(state, ask);
  const stopped = [
    ...stopByAct(state, mechanism, { kind, units, matter, closing, now, watched }),
    // Raised higher still, it is owed by the seat that had it no more.
    ...(kind === 'raise' ? stopClocks(state, now, (c) => c.seat !== undefined && 'release') : []),
  ];
  const after = without(state, stopped);
  // What is joined keeps the time that its clocks had left until this very act; a court was asked in time by the clock that ends with it.
  const own = itself(kind === 'join' || kind === 'confirm' ? state : after);
  if (!own.ok) return own;
  // Assigning starts clocks unit by unit, with the time left of whoever led before.
  const way = state.category?.way ?? [];
  const higher = ask.higher?.seat ?? null;
  const since = 'signedOn' in ask.given ? ask.given.signedOn : null;
  const starting = {
    mechanism,
    kind,
    units,
    matter: waits,
    due: dueOf(ask),
    standing: null,
    now,
    calendar,
    way,
    green: state.green,
    higher,
    watched,
    since,
  };
  // A good evaluation leaves nobody anything to do, nor does a call after which they are content.
  const quiet =
    (kind === 'assign' && !done) || closing || ((kind === 'evaluate' || kind === 'callback') && !saysNo(ask));
  const started = quiet ? [] : startClocks(after, starting);
  const recurring = decideRecurring(state, stage.at(-1)?.to ?? state.stage, ask);
  const inspected = kind === 'inspect' ? (ask as Checked<'inspect'>).given.gate : null;
  const reckoned = reckonGates(mechanism, state, kind, inspected);
  const all = [
    ...stage,
    ...stopped,
    ...own.value,
    ...reckoned,
    ...recurring,
    ...pressureEnds(state, ask, closing),
    ...started,
  ];
  return ok([...all, ...listedStandsStill(state, ask, all)]);
}

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

/** Of effects those that fit the state: a clock that does not run there cannot be stopped or moved. */
export const fitting = (state: MatterState | null, effects: readonly Effect[]): Effect[] =>
  effects.filter((effect) => {
    if (!('clock' in effect) || effect.do === 'start' || effect.do === 'slip') return true;
    return state !== null && openClock(state, effect.clock, effect.unit) !== undefined;
  });

/** The state as it is once the clocks named have stopped, so that one may be started anew by the very act that ends it. */
function without(state: MatterState, stopped: readonly Effect[]): MatterState {
  if (!stopped.length) return state;
  const ends = (c: ClockState): boolean =>
    stopped.some((effect) => effect.do === 'stop' && effect.clock === c.clock && effect.unit === c.unit);
  const clocks = state.clocks.filter((c) => c.stoppedAt !== null || !ends(c));
  return { ...state, clocks, paused: clocks.some((c) => c.stoppedAt === null && c.paused !== null) };
}
