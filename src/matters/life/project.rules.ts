import type { Day, Uuid } from '../../kernel/index.ts';
import { ruleFor, SlipColor, stagesFor, type ActKind, type Mechanism } from '../../mechanism/index.ts';
import { publishedRow, type PublishedRow } from './published.rules.ts';
import { targetRows, type TargetRow } from '../targets/target-rows.rules.ts';
import { factOf, type Fact } from '../facts/fact.rules.ts';
import { openObligations } from '../settlement/open.rules.ts';
import { goesOn } from '../recurrence/recurrence.rules.ts';
import { runsOut, type LastDay } from './ends.rules.ts';
import { disputed } from './disputed.rules.ts';
import { promisedOnList } from './listed.rules.ts';
import { waits } from './slips.rules.ts';
import type { ClockState, UnitState } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

/**
 * The rows that stand for a matter in the tables of projections, computed from its state alone; written with each act and
 * compared by `huiyin verify`. An instant of null means that nothing is running out; the tables hold infinity.
 */
export type MatterRows = {
  matter: {
    stage: string;
    phase: string;
    area: string | null;
    lead: Uuid | null;
    units: Uuid[];
    originators: Uuid[];
    parent: Uuid | null;
    helpers: Uuid[];
    sealed: boolean;
    /** The day on which something next begins below it. */
    recursOn: Day | null;
    /** The list that it is an item of, and by which number of it. */
    catalogue: string | null;
    item: string | null;
    openToCity: boolean;
    confidential: boolean;
    paused: boolean;
    bounces: number;
    registeredAt: string;
    dueAt: string | null;
    todo: ActKind | null;
    todoAt: string | null;
    listed: boolean;
    /** It goes through the green channel. */
    green: boolean;
    /** The higher seat that owes the answer, and by when. */
    raisedTo: Uuid | null;
    raisedAt: string | null;
    /** The gravest slip that no unit has replied to. */
    slip: SlipColor | null;
  };
  /** What the public reads of it; null where it was never listed, or may not be read by everybody. */
  listing: ListingRow | null;
  assignments: AssignmentRow[];
  clocks: ClockRow[];
  /** What everybody may read of it; null where nothing. */
  published: PublishedRow | null;
  /** What it counts as; written only where an act changes it. */
  fact: Fact;
  /** What it promises a quantity of; written only where an act changes it. */
  targets: TargetRow[];
};
export type AssignmentRow = {
  unit: Uuid;
  /** The matter's own: a unit's list of one mechanism is read from these alone. */
  mechanism: string;
  /** Likewise, so that whoever reads assignments need not look up what is hidden among them. */
  sealed: boolean;
  part: string;
  stance: string;
  phase: string;
  stage: string;
  area: string | null;
  bounces: number;
  dueAt: string | null;
  todo: ActKind | null;
  todoAt: string | null;
  /** What is to be done is for the unit's head, and no handler's. */
  forHead: boolean;
  /** The day for which a session is arranged, while that is what comes next. */
  meetsOn: Day | null;
};
/** One line of the public list: nothing stands in it that the public is not to read. */
export type ListingRow = {
  number: string;
  title: string;
  lead: Uuid | null;
  until: Day;
  listedAt: string;
  delistedAt: string | null;
  result: string | null;
  /** What the unit promised, in its words where everybody may read them, and by when. */
  promise: string | null;
  promisedBy: Day | null;
  /** Since when the days stand still. */
  pausedOn: Day | null;
  answeredOn: Day | null;
};
export type ClockRow = {
  n: number;
  clock: string;
  unit: Uuid | null;
  startedAt: string;
  dueAt: string;
  pausedOn: string | null;
  stoppedAt: string | null;
  how: string | null;
};

/** The rows that stand for a state so that it can be listed and searched: of the matter and of each unit, with what each owes next. */
export function project(state: MatterState, mechanism: Mechanism): MatterRows {
  const lead = state.units.find((u) => u.part === 'lead') ?? null;
  const office = running(state, (c) => c.unit === null && c.seat === undefined);
  const leads = lead ? running(state, (c) => c.unit === lead.unit && !c.aside) : [];
  const above = running(state, (c) => c.seat !== undefined);
  const todo = officeTodo(state, mechanism);
  return {
    matter: {
      stage: state.stage,
      phase: state.phase,
      area: state.area,
      lead: lead?.unit ?? null,
      units: state.units.map((u) => u.unit),
      originators: state.originators.map((o) => o.id),
      parent: state.parent?.id ?? null,
      helpers: state.helpers.map((h) => h.seat),
      sealed: state.sealed,
      recursOn: soonest(goesOn(state).map(({ next }) => next)),
      catalogue: state.catalogued?.catalogue ?? null,
      item: state.catalogued?.item ?? null,
      openToCity: state.visibility === 'city' && !state.confidential,
      confidential: state.confidential,
      paused: state.paused,
      bounces: state.counts.bounces,
      registeredAt: state.registeredAt,
      // What the office is held to is not the unit's lateness: that stands with what the office must do.
      dueAt: leads.at(-1) ?? null,
      todo,
      todoAt: todo ? (office[0] ?? leads.at(-1) ?? null) : null,
      listed: state.listed !== null,
      green: state.green,
      raisedTo: state.raised?.seat ?? null,
      raisedAt: state.raised ? (above[0] ?? null) : null,
      slip: gravestSlip(state),
    },
    listing: listingRow(state, lead?.unit ?? null),
    assignments: state.units.map((u) => assignmentRow(state, u, mechanism)),
    clocks: state.clocks.map((c, n) => clockRow(c, n)),
    published: publishedRow(state),
    fact: factOf(state, mechanism),
    targets: targetRows(state),
  };
}

/** What is listed, else what was delisted with a result; of what is sealed nothing, whatever else it is. */
function listingRow(state: MatterState, lead: Uuid | null): ListingRow | null {
  const { listed, delisted, confidential, sealed, number } = state;
  if (confidential || sealed) return null;
  if (listed) {
    const { title, until, at } = listed;
    const { text: promise = null, by: promisedBy = null } = promisedOnList(state) ?? {};
    const standing = { delistedAt: null, result: null, pausedOn: listed.paused?.on ?? null, answeredOn: null };
    return { number, title, lead, until, listedAt: at, promise, promisedBy, ...standing };
  }
  if (delisted === null || delisted.result === null) return null;
  const { title, until, listedAt, at, result } = delisted;
  const { text: promise = null, by: promisedBy = null } = delisted.promise ?? {};
  const done = { delistedAt: at, result, pausedOn: null, answeredOn: delisted.answeredOn ?? null };
  return { number, title, lead, until, listedAt, promise, promisedBy, ...done };
}

/** The first of the days that are there. */
const soonest = (days: readonly (Day | null)[]): Day | null => days.filter((day) => day !== null).toSorted()[0] ?? null;

/** Nobody need reply to a slip of what is over. */
function gravestSlip({ slips, phase }: MatterState): SlipColor | null {
  if (phase === 'closed') return null;
  const waiting = slips.filter(waits).map((slip) => slip.color);
  return SlipColor.options.findLast((color) => waiting.includes(color)) ?? null;
}

/** The instant at which what falls due on a day runs out, as text. Kept: every matter's clocks end on the same few days. */
function endOf(last: LastDay): string {
  const ends = last.wholeDay ? midnights : closes;
  let end = ends.get(last.due);
  if (end === undefined) {
    if (ends.size >= MOST_ENDS) ends.clear();
    ends.set(last.due, (end = runsOut(last).toISOString()));
  }
  return end;
}
const closes = new Map<Day, string>();
const midnights = new Map<Day, string>();
const MOST_ENDS = 5_000;

/** Instants at which the running clocks chosen run out, soonest first. */
const running = (state: MatterState, which: (c: ClockState) => boolean): string[] =>
  state.clocks
    .filter((c) => c.stoppedAt === null && c.paused === null && which(c))
    .map((c) => endOf(c))
    .sort();

function assignmentRow(state: MatterState, u: UnitState, mechanism: Mechanism): AssignmentRow {
  const own = running(state, (c) => c.unit === u.unit);
  const held = running(state, (c) => c.unit === u.unit && !c.aside);
  const todo = unitTodo(state, u, mechanism);
  const watched = todo === 'keep' ? running(state, (c) => c.unit === u.unit && !c.lapses) : own;
  const meeting = todo === 'meet' && state.arranged ? [endOf({ due: state.arranged.meetOn })] : [];
  return {
    unit: u.unit,
    mechanism: state.mechanism,
    sealed: state.sealed,
    part: u.part,
    stance: u.stance,
    phase: state.phase,
    stage: state.stage,
    area: state.area,
    bounces: u.bounces,
    dueAt: held.at(-1) ?? null,
    todo,
    todoAt: todo ? ([...watched, ...meeting].toSorted()[0] ?? null) : null,
    // A draft waits for the head's word.
    forHead: todo === 'answer' && u.part === 'lead' && state.draft !== null,
    meetsOn: todo === 'meet' ? (state.arranged?.meetOn ?? null) : null,
  };
}

function clockRow(c: ClockState, n: number): ClockRow {
  return {
    n,
    clock: c.clock,
    unit: c.unit,
    startedAt: c.startedAt,
    dueAt: endOf(c),
    pausedOn: c.paused?.on ?? null,
    stoppedAt: c.stoppedAt,
    how: c.how,
  };
}

/**
 * What a unit owes next: to accept what it was assigned, then to answer. A co-unit owes it also while a refusing lead is being
 * replaced; nobody does once the whole is answered.
 */
function unitTodo(state: MatterState, u: UnitState, mechanism: Mechanism): ActKind | null {
  if (state.phase === 'answered' && state.settlement && u.part === 'lead') return settledTodo(state, mechanism);
  if (state.phase === 'answered' || state.phase === 'closed') return null;
  if (u.stance === 'assigned') return 'accept';
  if (u.stance !== 'accepted' && u.stance !== 'returned') return null;
  // A leader asked what came of it, and waits to hear.
  if (state.clocks.some((c) => c.aside && !c.lapses && c.unit === u.unit && c.stoppedAt === null)) return 'report';
  // Raised above it, the lead works on and drafts; the answer is given by the seat above.
  if (u.part === 'lead' && state.raised) return !state.draft && ruleFor(mechanism, 'propose') ? 'propose' : 'report';
  if (u.part === 'lead' && !ruleFor(mechanism, 'answer')) return meetingTodo(state, mechanism);
  // The lead's answer is drafted first where its head gives it.
  return u.part === 'lead' && !state.draft && ruleFor(mechanism, 'propose') ? 'propose' : 'answer';
}

/** Where there is nothing to answer: somebody is appointed, those concerned meet, as often as it is arranged, and agree. */
function meetingTodo(state: MatterState, mechanism: Mechanism): ActKind | null {
  // Another is appointed where whoever was may not go on.
  if ((!state.appointed || state.appointed.conflicts) && ruleFor(mechanism, 'appoint')) return 'appoint';
  if ((!state.sessions.length || state.arranged) && ruleFor(mechanism, 'meet')) return 'meet';
  return ruleFor(mechanism, 'settle') ? 'settle' : null;
}

/** After an agreement: to see to what was promised, then to strike the matter off. */
function settledTodo(state: MatterState, mechanism: Mechanism): ActKind | null {
  // Whoever was appointed may not go on.
  if (state.appointed?.conflicts && stagesFor(mechanism, 'appoint').includes(state.stage)) return 'appoint';
  if (openObligations(state).length) return 'keep';
  const by = ruleFor(mechanism, 'close')?.by ?? [];
  return by.includes('lead') || by.includes('appointed') ? 'close' : null;
}

/** What the supervision office owes next, the gravest first; of what is sealed nothing, which waits for those who are named. */
function officeTodo(state: MatterState, mechanism: Mechanism): ActKind | null {
  if (state.sealed) return null;
  if (state.phase === 'closed') return state.drawn ? 'callback' : null;
  if (state.asked.length) return 'grant';
  const open = (kind: ActKind) => stagesFor(mechanism, kind).includes(state.stage);
  if (open('review')) return 'review';
  if (disputed(state)) return ruleFor(mechanism, 'callback') && !state.callback ? 'callback' : 'reopen';
  if (open('exempt') && state.waiver?.granted === null) return 'exempt';
  if (open('verify')) return 'verify';
  if (state.listed && state.phase === 'answered') return 'delist';
  // What nobody has worked on is not waiting to be struck off, even where that may be; nor is what a unit is still to answer.
  const theirs = state.settlement && !ruleFor(mechanism, 'close')?.by.includes('supervisor');
  // What was divided and has no unit of its own is done by what stands below it.
  const below = !state.units.length && state.children.length > 0;
  // What is still to come round is waited for.
  const tended = goesOn(state).some(({ next }) => next !== null);
  const answered = state.phase === 'answered' || (state.phase !== 'open' && !ruleFor(mechanism, 'answer'));
  const over = answered && !tended && !openObligations(state).length;
  if (over && open('close') && !theirs && !below) return 'close';
  if (state.phase === 'open' && mechanism.scheme && !state.category) return 'classify';
  if (state.phase === 'open' && open('divide')) return 'divide';
  return state.phase === 'open' || state.units.some((u) => u.stance === 'refused') ? 'assign' : null;
}
