import type { Problem, Uuid } from '../kernel/index.ts';
import { ActKind, type SlipColor } from '../mechanism/index.ts';
import {
  asDone,
  conflicted,
  decide,
  fitting,
  fold,
  inTime,
  type Ask,
  type ClockState,
  type Effect,
  type MatterAct,
  type MatterState,
} from '../matters/index.ts';
import { pressUntil, type Climbed, type Pressing } from './press.rules.ts';

/** What a replay goes by: one mechanism, the city's calendar, who sits where, and the moment at which it ends. */
export type World = Pressing & {
  readonly version: number;
  /** By seat: who acted from it. A seat that is in none is an originator's. */
  readonly callerOf: (seat: Uuid, unit: Uuid | null) => Ask['caller'];
};

/** An act of the past that the file would not have let happen, and why. */
export type Refused = { readonly kind: string; readonly problem: Problem };
/** Acts, by their ids, that would be refused today under a matter's own file, and were taken as they were done. */
export type Taken = ReadonlyMap<Uuid, Refused>;

/** How a matter went under one file; where an act was `refused`, up to that and no further. */
export type Course = {
  readonly refused: Refused | null;
  readonly taken: Taken;
  /** The clocks that were not kept, by name; one that has run out and still runs is among them. */
  readonly late: readonly string[];
  /** Whether one of these was a unit's, or a higher seat's, and not the supervision office's own. */
  readonly byUnit: boolean;
  readonly slips: readonly SlipColor[];
  readonly listed: boolean;
  readonly raised: boolean;
  readonly reminders: number;
};

/** Acts that the ladder does of itself: those of the past are left out, and those that the file asks for done in their place. */
const OF_ITSELF: ReadonlySet<string> = new Set(['slip', 'list', 'raise', 'remind']);

/**
 * Lets a matter's past happen again under a file: each act of a person is decided anew at its own moment, and between them the file's
 * ladder is climbed, on each morning on which a rung is due. What persons did is taken as it was: nobody is thought to have been quicker
 * because a clock was shorter. At the first act that the file refuses the course ends: what people would have done instead nobody
 * knows.
 *
 * `before`: what was taken as it was done under the matter's own file, which is given first, with null. Under that nothing is refused: it
 * was done, and what would be refused today is so by checks, units or seats of today, which hold for new acts. What is refused for the
 * same reason under another file is not that one's doing either. Pure; null where not even its registration is allowed.
 */
export function replay(acts: readonly MatterAct[], world: World, before: Taken | null): Course | null {
  let state: MatterState | null = null;
  let climbed: Climbed = new Map();
  const taken = new Map<Uuid, Refused>();
  for (const act of acts) {
    if (act.seat === null && OF_ITSELF.has(act.kind)) continue;
    const at = new Date(act.at);
    if (state) ({ state, climbed } = pressUntil(state, at, world, climbed));
    const next = again(state, act, world);
    const refused = 'problem' in next ? { kind: act.kind, problem: next.problem } : null;
    const after: MatterState | null =
      'problem' in next
        ? isTaken(next.problem, before, before?.get(act.id)) && taking(state, act, world)
        : fold(state, next);
    if (!after) return state && { ...outcome(state, at), refused, taken };
    if (refused) taken.set(act.id, refused);
    state = after;
  }
  if (!state) return null;
  ({ state } = pressUntil(state, world.until, world, climbed));
  return { ...outcome(state, world.until), refused: null, taken };
}

const isTaken = (problem: Problem, before: Taken | null, then: Refused | undefined): true | null =>
  before === null || (then && reasonOf(then.problem) === reasonOf(problem)) ? true : null;

const reasonOf = ({ code, pointer, errors = [] }: Problem): string =>
  JSON.stringify([code, pointer, errors.map((one) => [one.code, one.pointer])]);

/** The state after an act as it was done; null where that does not fit what went before under this file. */
function taking(state: MatterState | null, act: MatterAct, world: World): MatterState | null {
  const kind = ActKind.parse(act.kind);
  try {
    const done = asDone(state, askAgain(state, act, kind, world), act);
    return fold(state, state ? done : { ...done, effects: done.effects.map((effect) => sameOpening(effect, act)) });
  } catch {
    return null;
  }
}

/** An act of the past as it would have been under this file, or why it would not. */
function again(state: MatterState | null, act: MatterAct, world: World): MatterAct | { problem: Problem } {
  const seq = (state?.seq ?? 0) + 1;
  const kind = ActKind.safeParse(act.kind);
  // What one matter tells another, and a unit that takes another's place, no file decides.
  if (!kind.success) return { ...act, seq, effects: fitting(state, act.effects) };
  if (idle(state, act)) return { ...act, seq, effects: [] };
  const found = decide(state, askAgain(state, act, kind.data, world), opening(act));
  if (!found.ok) return found;
  const { effects } = found.value;
  return { ...act, seq, effects: state ? effects : effects.map((effect) => sameOpening(effect, act)) };
}

/**
 * Taken off a list, or handed back from above, where the file never put it there, or begun by a rule that it does not have or that has
 * another day: there is nothing to be done, and nothing is refused.
 */
const idle = (state: MatterState | null, { kind, given }: MatterAct): boolean =>
  (kind === 'delist' && !state?.listed) ||
  (kind === 'clear' && !(state && conflicted(state).length)) ||
  (kind === 'recuse' && !isThere(state, given['seat'])) ||
  (kind === 'lower' && !state?.raised) ||
  (kind === 'divide' && isStray(state, given['recurs']));

/** Whether somebody is appointed or helps who, as it was, declared an interest. */
const isThere = (state: MatterState | null, seat: unknown): boolean =>
  state !== null && [state.appointed, ...state.helpers].some((one) => one?.seat === seat);

function isStray(state: MatterState | null, recurs: unknown): boolean {
  if (recurs === undefined) return false;
  const { what, on } = recurs as { what: string; on: string };
  const next = state?.recurring.find((one) => one.what === what && !one.ended)?.next ?? null;
  return next === null || on < next;
}

function askAgain(state: MatterState | null, act: MatterAct, kind: ActKind, world: World): Ask {
  const { mentions: _, ...given } = act.given;
  return {
    id: act.id,
    kind,
    given,
    caller: act.seat === null ? nobodyFor(act, world) : world.callerOf(act.seat, act.unit),
    now: new Date(act.at),
    mechanism: world.mechanism,
    version: world.version,
    calendar: world.calendar,
    filed: pick(act, 'file')?.filed ?? standIn(act),
    host: hostOf(state, act),
    parent: aboveOf(state, act),
    // What stood below was far enough when this was done.
    children: [],
    born: bornOf(act),
    higher: world.seatOf(String(given['seat'])),
    appointing: appointedBy(act),
    files: act.effects.flatMap((effect) => (effect.do === 'attach' ? [effect.file] : [])),
    mentioned: [],
    unitName: world.unitName,
  };
}

/** What the city opens of itself, as for the last of a ranking, it opens as the office would. */
const nobodyFor = ({ kind }: MatterAct, { nobody }: World): Ask['caller'] =>
  kind === 'register' || kind === 'assign'
    ? ({ ...nobody, role: 'supervisor' } as unknown as Ask['caller'])
    : // Called back by nobody's seat, somebody was by another program.
      ({ ...nobody, role: kind === 'callback' ? 'source' : 'ladder' } as Ask['caller']);

/** Who was appointed was impartial as far as was known then, which no file decides. */
function appointedBy(act: MatterAct): Ask['appointing'] {
  const appointed = pick(act, 'appoint');
  if (!appointed) return null;
  const { seat, unit, impartial } = appointed;
  return { seat, unit, name: seat, names: new Map(), interests: impartial === 'none' ? [] : null };
}

/** A category that was only wished for at registration stands in no effect; that it was one is all that is asked then. */
const standIn = ({ kind, given }: MatterAct): Ask['filed'] =>
  kind === 'register' && typeof given['category'] === 'string'
    ? { scheme: '', version: 0, code: given['category'], way: [] }
    : null;

/** The matter that this one was joined to, as open as it was when it was. */
function hostOf(state: MatterState | null, act: MatterAct): Ask['host'] {
  const join = pick(act, 'join');
  if (state && join) return { id: join.into, state: { ...state, number: join.number, phase: 'working', gathered: [] } };
  return state?.joined ? { id: state.joined.into, state } : null;
}

/** The matter below which it was registered, and given to its units by the same act on that. */
function aboveOf(state: MatterState | null, act: MatterAct): Ask['parent'] {
  const below = pick(act, 'below');
  if (below) return { id: below.parent, state: { number: below.number, category: pick(act, 'file')?.filed ?? null } };
  const begins = state?.parent && act.kind === 'assign' && !state.units.length && act.at === state.registeredAt;
  return begins ? { id: state.parent!.id, state: { number: state.parent!.number, category: state.category } } : null;
}

/** What was registered below it by this act. */
function bornOf(act: MatterAct): Ask['born'] {
  const divide = pick(act, 'divide');
  return divide ? { id: divide.child, number: divide.number, phase: 'assigned' } : null;
}

function pick<K extends Effect['do']>({ effects }: MatterAct, kind: K): Extract<Effect, { do: K }> | undefined {
  return effects.find((effect): effect is Extract<Effect, { do: K }> => effect.do === kind);
}

/** The number and the round are what they were. */
function opening(act: MatterAct): Parameters<typeof decide>[2] {
  const open = pick(act, 'open');
  return open && { year: 0, round: open.round ? { id: open.round, number: 0 } : null, n: open.n, source: '' };
}

const sameOpening = (effect: Effect, act: MatterAct): Effect =>
  effect.do === 'open' ? { ...pick(act, 'open')!, version: effect.version, visibility: effect.visibility } : effect;

function outcome(state: MatterState, until: Date): Omit<Course, 'refused' | 'taken'> {
  const late = state.clocks.filter((clock) => isLate(clock, until));
  return {
    late: late.map(({ clock }) => clock),
    byUnit: late.some(({ unit, seat }) => unit !== null || seat !== undefined),
    slips: state.slips.map(({ color }) => color),
    listed: state.listed !== null || state.delisted !== null,
    raised: state.raised !== null || state.clocks.some(({ seat }) => seat !== undefined),
    reminders: state.counts.reminders,
  };
}

/** A right that was let pass makes nobody late. */
const isLate = (clock: ClockState, until: Date): boolean =>
  clock.how === 'late' || (clock.stoppedAt === null && clock.paused === null && !clock.lapses && !inTime(clock, until));
