import type { Uuid } from '../../kernel/index.ts';
import type { Given } from './given.contract.ts';
import { foldJoining } from './fold-joining.rules.ts';
import { foldConflicts } from '../parties/conflicted.rules.ts';
import { withParties } from '../parties/parties.rules.ts';
import { foldCatalogue } from '../catalogues/catalogue.rules.ts';
import { arrangedBy, withSession } from '../sessions/session.rules.ts';
import { foldSettlement } from '../settlement/settlement.rules.ts';
import { foldGates } from '../gates/fold-gates.rules.ts';
import { foldRecurring } from '../recurrence/recurrence.rules.ts';
import { foldTargets } from '../targets/fold-targets.rules.ts';
import { foldRaised } from './fold-raised.rules.ts';
import { foldSupervision } from './fold-supervision.rules.ts';
import { LATER, type MatterState } from './state.rules.ts';
import type { ClockState } from './state-parts.rules.ts';
import type { Effect, MatterAct } from './effect.rules.ts';

/** Acts after which a screen drawn before them still tells the truth about what may be done. */
const HARMLESS = new Set(['note', 'attach', 'remind', 'report', 'instruct', 'slip', 'divide', 'help', 'measure']);

/** A co-unit's acceptance moves nothing: sixty of them on one morning must not send each other back to look again. */
const isHarmless = (act: MatterAct): boolean =>
  HARMLESS.has(act.kind) || (act.kind === 'accept' && !act.effects.some((effect) => effect.do === 'stage'));

/**
 * The state after one more act. Pure; gives a new state and leaves the old one as it was. Throws where the acts cannot be a
 * matter's: a first act that does not open one, an effect on what is not there. `huiyin verify` names such an act.
 */
export const fold = (before: MatterState | null, act: MatterAct): MatterState =>
  advance(before ? { ...before, counts: { ...before.counts } } : opened(act), act);

/**
 * The state after all acts, or null where there are none. As {@link fold} over each, without a copy for each: `after` is shown the
 * one state, which changes with the next act.
 */
export function foldAll(acts: Iterable<MatterAct>, after?: (state: MatterState) => void): MatterState | null {
  let state: MatterState | null = null;
  for (const act of acts) {
    state = advance(state ?? opened(act), act);
    after?.(state);
  }
  return state;
}

/** Takes an act into a state that is nobody else's: lists in it are replaced and not altered, as earlier states share them. */
function advance(state: MatterState, act: MatterAct): MatterState {
  state.seq = act.seq;
  state.updatedAt = act.at;
  if (!isHarmless(act)) state.moved = act.seq;
  takeGiven(state, act);
  for (const effect of act.effects) apply(state, effect, act);
  return state;
}

function opened(act: MatterAct): MatterState {
  const open = act.effects[0];
  if (act.kind !== 'register' || open?.do !== 'open') throw new Error(`first act ${act.kind} does not open a matter`);
  const given = act.given as Given<'register'>;
  return {
    seq: 0,
    moved: 0,
    mechanism: open.mechanism,
    version: open.version,
    number: open.number,
    n: open.n,
    round: open.round,
    visibility: open.visibility,
    stage: '',
    phase: 'open',
    text: given.text,
    area: given.area ?? null,
    aim: given.aim ?? null,
    dueText: given.dueText ?? null,
    due: given.due ?? null,
    confidential: given.confidential ?? false,
    quantities: given.quantities ?? [],
    source: given.source ?? null,
    ...LATER,
    channel: given.channel ?? null,
    place: given.place ?? null,
    wish: given.category ?? null,
    amount: given.amount ?? null,
    wanted: given.wanted ?? null,
    weight: given.weight ?? null,
    catalogued: given.catalogued ? { ...given.catalogued, dropped: null } : null,
    units: [],
    clocks: [],
    asked: [],
    files: [],
    percent: null,
    paused: false,
    entered: {},
    registeredAt: act.at,
    updatedAt: act.at,
    counts: { bounces: 0, reminders: 0, returns: 0, reopenings: 0, extensions: 0, reports: 0 },
  };
}

/** What the person gave and the matter keeps. */
function takeGiven(state: MatterState, act: MatterAct): void {
  const files = act.given['files'] as string[] | undefined;
  if (files?.length) state.files = [...state.files, ...files.map((id) => ({ id, act: act.id }))];
  if (act.kind === 'report') {
    state.counts.reports++;
    // How far the whole has come is the lead unit's to say; what a co-unit or a helper did stands in their report.
    const helps = state.units.some((u) => u.unit === act.unit && u.part === 'co') || isHelpers(state, act);
    if (!helps) state.percent = (act.given as Given<'report'>).percent ?? state.percent;
  } else if (act.kind === 'remind') state.counts.reminders++;
  // A draft that its own head sends back is no return of the matter.
  else if (act.kind === 'return' && !act.effects.some((effect) => effect.do === 'undraft')) state.counts.returns++;
  else if (act.kind === 'reopen') state.counts.reopenings++;
  else if (act.kind === 'correct') {
    const given = act.given as Given<'correct'>;
    if (given.text !== undefined) state.text = given.text;
    if (given.area !== undefined) state.area = given.area;
    if (given.aim !== undefined) state.aim = given.aim;
    if (given.confidential !== undefined) state.confidential = given.confidential;
    if (given.amount !== undefined) state.amount = given.amount;
    if (given.weight !== undefined) state.weight = given.weight;
  }
}

/** Whether somebody who was asked to help does this, and no unit. */
const isHelpers = ({ helpers }: MatterState, { seat, unit }: MatterAct): boolean =>
  unit === null && helpers.some((helper) => helper.seat === seat);

function apply(state: MatterState, effect: Effect, act: MatterAct): void {
  switch (effect.do) {
    case 'open':
    case 'attach':
      return;
    case 'originate':
      state.originators = [...state.originators, { id: effect.originator, since: act.at, unnamed: effect.unnamed }];
      return;
    case 'stage':
      state.stage = effect.to;
      state.phase = effect.phase;
      state.entered = { ...state.entered, [effect.to]: act.at };
      return;
    case 'unit': {
      const old = state.units.find((u) => u.unit === effect.unit);
      const next = {
        unit: effect.unit,
        part: effect.part,
        stance: effect.stance,
        bounces: old?.bounces ?? 0,
        since: act.at,
      };
      state.units = old ? state.units.map((u) => (u === old ? next : u)) : [...state.units, next];
      return;
    }
    case 'bounce':
      state.counts.bounces++;
      state.units = state.units.map((u) => (u.unit === effect.unit ? { ...u, bounces: u.bounces + 1 } : u));
      return;
    case 'leave':
      state.units = state.units.filter((u) => u.unit !== effect.unit);
      if (state.appointed?.unit === effect.unit) state.appointed = null;
      return;
    case 'help':
      state.helpers = [...state.helpers, { act: act.id, at: act.at, seat: effect.seat, unit: effect.unit }];
      return;
    case 'unhelp':
      state.helpers = state.helpers.filter(({ seat }) => seat !== effect.seat);
      return;
    case 'concern':
      state.concerns = { id: effect.subject, unnamed: effect.unnamed };
      return;
    case 'below':
      state.parent = { id: effect.parent, number: effect.number };
      return;
    case 'divide':
      state.children = [...state.children, { act: act.id, at: act.at, matter: effect.child, number: effect.number }];
      return;
    case 'recur':
    case 'unrecur':
    case 'recurred':
      foldRecurring(state, effect);
      return;
    case 'waive':
    case 'waived':
    case 'gain':
    case 'revise':
      foldCatalogue(state, effect, act);
      return;
    case 'join':
    case 'part':
    case 'gather':
    case 'release':
    case 'unsaid':
      foldJoining(state, effect, act);
      return;
    case 'slip':
    case 'slip-answered':
    case 'list':
    case 'delist':
    case 'raise':
    case 'lower':
    case 'instruction':
      foldSupervision(state, effect, act);
      return;
    case 'confidential':
      state.confidential = true;
      return;
    case 'seal':
      state.sealed = true;
      return;
    case 'parties':
      state.parties = withParties(state.parties, act);
      if (effect.impartial && state.appointed) state.appointed = { ...state.appointed, impartial: effect.impartial };
      foldConflicts(state, effect);
      return;
    case 'clear':
      foldConflicts(state, effect);
      return;
    case 'appoint': {
      const { seat, unit, impartial } = effect;
      state.appointed = { act: act.id, at: act.at, seat, unit, impartial };
      return;
    }
    case 'arrange':
      state.arranged = arrangedBy(act);
      return;
    case 'session':
      state.arranged = null;
      state.sessions = withSession(state.sessions, act);
      return;
    case 'agree':
    case 'obligation':
    case 'confirm':
    case 'outcome':
    case 'undone':
      if (effect.do === 'agree' || effect.do === 'outcome') state.arranged = null;
      foldSettlement(state, effect, act);
      return;
    case 'target':
    case 'reading':
      foldTargets(state, effect, act);
      return;
    case 'inspection':
      foldGates(state, effect, act);
      return;
    case 'succeed':
      succeed(state, effect, act.at);
      return;
    case 'green':
      state.green = effect.on;
      return;
    case 'due':
      state.due = effect.due;
      return;
    case 'start': {
      const { clock, unit, seat, aside, lapses, at, limit, calendar, due } = effect;
      const started: ClockState = {
        clock,
        unit,
        ...(seat === undefined ? {} : { seat }),
        ...(aside ? { aside } : {}),
        ...(lapses ? { lapses } : {}),
        startedAt: at,
        limit,
        calendar,
        due,
        paused: null,
        stoppedAt: null,
        how: null,
      };
      state.clocks = [...state.clocks, started];
      return;
    }
    case 'ask':
      state.asked = [...state.asked, { unit: effect.unit, until: effect.until, reason: effect.reason, act: act.id }];
      return;
    case 'settle':
      state.asked = state.asked.filter((a) => a.unit !== effect.unit);
      if (effect.granted) state.counts.extensions++;
      return;
    // Kept for who may open it; the state holds the marks.
    case 'conceal':
      return;
    default:
      if ('clock' in effect) onClock(state, effect, act);
      else foldRaised(state, effect, act);
  }
}

/** What is over keeps the unit that it was of: a clock that stopped was another's. */
function succeed(state: MatterState, { unit, heir }: { unit: Uuid; heir: Uuid }, at: string): void {
  if (state.units.some((u) => u.unit === heir)) throw new Error(`unit ${heir} has a part in the matter already`);
  state.units = state.units.map((u) => (u.unit === unit ? { ...u, unit: heir, since: at } : u));
  state.clocks = state.clocks.map((c) => (c.unit === unit && c.stoppedAt === null ? { ...c, unit: heir } : c));
  if (state.appointed?.unit === unit) state.appointed = { ...state.appointed, unit: heir };
  state.asked = state.asked.map((a) => (a.unit === unit ? { ...a, unit: heir } : a));
  state.slips = state.slips.map((s) => (s.unit === unit && s.answered === null ? { ...s, unit: heir } : s));
}

function onClock(state: MatterState, effect: Extract<Effect, { clock: string }>, act: MatterAct): void {
  const at = state.clocks.findIndex((c) => c.clock === effect.clock && c.unit === effect.unit && c.stoppedAt === null);
  if (at < 0) throw new Error(`${effect.do} on clock ${effect.clock}, which is not open`);
  const clock = { ...state.clocks[at]! };
  if (effect.do === 'stop') {
    clock.stoppedAt = act.at;
    clock.how = effect.how;
    clock.paused = null;
  } else if (effect.do === 'hold') {
    clock.paused = effect.paused;
    clock.due = effect.paused.due;
  } else if (effect.do === 'run' || effect.do === 'lengthen') {
    clock.due = effect.due;
    if (effect.do === 'run') clock.paused = null;
  }
  state.clocks = state.clocks.with(at, clock);
  state.paused = state.clocks.some((c) => c.stoppedAt === null && c.paused !== null);
}
