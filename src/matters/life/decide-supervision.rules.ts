import {
  addWorkdays,
  dayOf,
  findPersonal,
  no,
  normalise,
  ok,
  placesOf,
  problem,
  tellsAlone,
  type Problem,
  type Result,
} from '../../kernel/index.ts';
import { ruleFor } from '../../mechanism/index.ts';
import { redate } from './clocks.rules.ts';
import { waits } from './slips.rules.ts';
import { OWING } from './owing.rules.ts';
import { inThePast } from './due.rules.ts';
import { answeredOn } from './listed.rules.ts';
import type { Checked } from './ask.rules.ts';
import type { Effect } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/** What presses on a matter that is not done, and what takes the pressure off. */
export function decideSupervision(state: MatterState, ask: Checked): Result<Effect[]> {
  switch (ask.kind) {
    case 'slip':
      return slip(state, ask as Checked<'slip'>);
    case 'list':
      return list(state, ask as Checked<'list'>);
    case 'delist':
      return delist(state, ask as Checked<'delist'>);
    case 'raise':
      return raise(state, ask as Checked<'raise'>);
    case 'lower':
      return ok([{ do: 'lower' }]);
    case 'instruct':
      return ok([{ do: 'instruction' }, ...redated(state, ask as Checked<'instruct'>)]);
    default:
      return ok([]);
  }
}

/** A unit is given a slip for what it owes; who owes nothing is given none. */
function slip(state: MatterState, { given, mechanism, unitName }: Checked<'slip'>): Result<Effect[]> {
  const { color, clock = null } = given;
  const unknown =
    clock !== null && !Object.hasOwn(mechanism.clocks, clock)
      ? problem('matter.no-such-clock', { clock, known: Object.keys(mechanism.clocks) }, { pointer: '/given/clock' })
      : null;
  // Of what is sealed no unit knows: those who are named owe it together.
  if (state.sealed && !given.unit) return unknown ? no(unknown) : ok([{ do: 'slip', unit: null, color, clock }]);
  const unit = given.unit ?? state.units.find((u) => u.part === 'lead')?.unit;
  const held = state.units.find((u) => u.unit === unit);
  if (!unit || !held)
    return no(problem('matter.unit-not-in-matter', { unit: unit ? unitName(unit) : '' }, { pointer: '/given/unit' }));
  if (!OWING.has(held.stance))
    return no(problem('matter.unit-owes-nothing', { unit: unitName(unit) }, { pointer: '/given/unit' }));
  return unknown ? no(unknown) : ok([{ do: 'slip', unit, color, clock }]);
}

/** From so many characters on, words that stand in the matter are no coincidence. */
const QUOTES = 8;

/** The public reads the title: it must be the city's own, and the day promised one that can still be kept. */
function list(state: MatterState, ask: Checked<'list'>): Result<Effect[]> {
  const { given, mechanism } = ask;
  const past = inThePast(ask as Checked, given.until, 'until');
  const beyond = beyondBound(ask);
  if (past || beyond) return no((past ?? beyond)!);
  // Listed among those who are named alone: its title is sealed like any word.
  if (state.sealed) return ok([{ do: 'list' }]);
  const [title, text] = [given.title, state.text].map(bare);
  const quoted = title!.length >= QUOTES && (text!.includes(title!) || title!.includes(text!));
  if (mechanism.originators && quoted) return no(problem('matter.title-is-theirs', {}, { pointer: '/given/title' }));
  if (tellsWho(given.title, ask.hidden))
    return no(problem('matter.public-has-personal', {}, { pointer: '/given/title' }));
  return ok([{ do: 'list' }]);
}

/** Why the day named lies too far ahead to be a deadline, by the mechanism’s file; null where it does not. */
function beyondBound({ given: { until }, mechanism, now, calendar }: Checked<'list'>): Problem | null {
  const within = ruleFor(mechanism, 'list')?.within;
  if (within === undefined) return null;
  const n = Number.parseInt(within, 10);
  const last = addWorkdays(calendar, dayOf(now), n);
  return until > last ? problem('matter.listed-too-far', { until, last, n }, { pointer: '/given/until' }) : null;
}

/** What came of it, as the public reads it. */
function delist(state: MatterState, { given, hidden }: Checked<'delist'>): Result<Effect[]> {
  if (!state.sealed && tellsWho(given.result, hidden))
    return no(problem('matter.public-has-personal', {}, { pointer: '/given/result' }));
  const day = answeredOn(state);
  return ok([{ do: 'delist', verified: true, ...(day ? { answeredOn: day } : {}) }]);
}

/** Whether something personal stands in words for the public: by itself, or as it is hidden in the matter. */
const tellsWho = (words: string, hidden: readonly string[] = []): boolean =>
  findPersonal(words).length > 0 || hidden.some((piece) => tellsAlone(piece) && placesOf(words, piece).length > 0);

const bare = (text: string): string => normalise(text).replace(/[\s\p{P}]+/gu, '');

/**
 * To a mayor, or to the head of a unit above the lead unit; to one and not to several. Of a sealed matter, to another who is named for it:
 * whoever is not is named first, by an act.
 */
function raise(state: MatterState, { higher, caller }: Checked<'raise'>): Result<Effect[]> {
  const refused = (code: string) => no(problem(`matter.${code}`, {}, { pointer: '/given/seat' }));
  if (!higher) return refused('no-such-seat');
  if (state.raised?.seat === higher.seat) return refused('already-raised');
  if (state.sealed) {
    if (!state.helpers.some(({ seat }) => seat === higher.seat)) return refused('raise-name-first');
    if (higher.seat === caller.seat) return refused('raise-not-oneself');
    return ok([{ do: 'raise', seat: higher.seat, unit: higher.unit }]);
  }
  const lead = state.units.find((u) => u.part === 'lead')?.unit;
  const above = higher.role === 'head' && lead !== undefined && higher.unit !== lead && higher.units.includes(lead);
  if (higher.role !== 'mayor' && !above) return refused('not-a-higher-seat');
  return ok([{ do: 'raise', seat: higher.seat, unit: higher.unit }]);
}

/** A day named for what was asked before as well: there is one clock for a leader's words, and it runs to the newest day. */
function redated(state: MatterState, { given, now, calendar }: Checked<'instruct'>): Effect[] {
  const { due } = given;
  if (!due) return [];
  return state.clocks
    .filter((c) => c.aside && c.stoppedAt === null && c.due !== due)
    .map((c) => redate(c, due, now, calendar));
}

/** The words by which a slip is answered: a unit's; and of a sealed matter those of whoever is named. */
const SAID_BY_UNIT: ReadonlySet<string> = new Set(['report', 'answer', 'waive']);
const SAID_AMONG: ReadonlySet<string> = new Set(['accept', 'inquire', 'note', 'answer']);

/** What an act ends of what presses: slips are answered by the next word, and a matter that is answered or over is raised no more, nor asks anybody for a word. */
export function pressureEnds(state: MatterState, { kind, unit, caller }: Checked, closing: boolean): Effect[] {
  const said = state.sealed ? SAID_AMONG.has(kind) && caller.role !== 'originator' : unit && SAID_BY_UNIT.has(kind);
  const owes = state.sealed ? null : (unit?.unit ?? null);
  const waiting = said && state.slips.some((s) => s.unit === owes && waits(s));
  const answered = kind === 'answer' && unit?.part !== 'co';
  // What goes on in another matter may be parted from it, and its units then still owe what they owed.
  const done = answered || (closing && kind !== 'join');
  const silent = state.slips.some((s) => waits(s) && !(waiting && s.unit === owes));
  return [
    ...(waiting ? [{ do: 'slip-answered' as const, unit: owes }] : []),
    ...(done && silent ? [{ do: 'slips-ended' as const }] : []),
    ...(state.raised && kind !== 'lower' && (answered || closing) ? [{ do: 'lower' as const }] : []),
    ...(state.listed && closing ? [{ do: 'delist' as const, verified: false }] : []),
  ];
}
