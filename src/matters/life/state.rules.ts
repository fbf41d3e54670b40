import type { Day, Measure, Paused, Uuid } from '../../kernel/index.ts';
import type { Phase, SlipColor } from '../../mechanism/contract.ts';
import type { FileFacts } from '../../platform/files/contract.ts';
import type { Part, Stance } from '../contract.ts';
import type { Verdict } from '../gates/gate.contract.ts';
import type { Position } from '../targets/target.contract.ts';
import type { Given } from './given.contract.ts';
import type { Appointed, Arranged, Outcome, Party, Session, Settlement } from '../parties/between-state.rules.ts';
import type { Catalogued } from '../catalogues/catalogue.contract.ts';
import type { Place } from '../raised/raised.contract.ts';

/** A unit's part in a matter. */
export type UnitState = { unit: Uuid; part: Part; stance: Stance; bounces: number; since: string };

/** Somebody who raised the matter; `unnamed`: the units must not see who it is. `through`: another matter, which goes on in this one. */
export type Originator = { id: Uuid; since: string; unnamed: boolean; through?: Uuid };

/** Under what a matter is filed: a code of one version of a scheme, and the codes above it down to its own. */
export type Filed = { scheme: string; version: number; code: string; way: string[] };

/** A question that waits for a reply; `held`: the clocks stand still for it. */
export type Question = { act: Uuid; at: string; unit: Uuid | null; text: string; held: boolean };

export type Promised = { act: Uuid; at: string; unit: Uuid; text: string; due: Day };

/** A result as somebody wrote it: a draft that waits to be approved, or the answer that was given. */
export type Written = { act: Uuid; at: string; unit: Uuid | null; result: string };

/** What one originator says of the answer. */
export type Evaluation = {
  act: Uuid;
  at: string;
  by: Uuid;
  stars: number;
  solved: boolean;
  satisfied: boolean;
  text: string | null;
  unnamed: boolean;
};

/** What was heard on calling back after the answer; null where it was not said. */
export type CalledBack = {
  act: Uuid;
  at: string;
  reached: boolean;
  solved: boolean | null;
  satisfied: boolean | null;
  /** They were not content, and the matter came back by that; acts of before this was kept have none. */
  no?: true;
};

/** That a matter is among those of a week (its Monday) whose originators are called back. */
export type Drawn = { act: Uuid; at: string; week: Day };

/** Question and answer as everybody may read them. */
export type Published = { act: Uuid; at: string; question: string; answer: string };

/** What one of those who raised the matter said to its being published. */
export type Consent = { by: Uuid; yes: boolean };

/** That an evaluation is not to be counted, and what the review of that said: null before there is one. */
export type Exclusion = { act: Uuid; at: string; seat: Uuid; account: Uuid; reason: string; agreed: boolean | null };

/** Time that a clock had left when its matter was joined to another: it runs on when that is parted again. */
export type ClockLeft = Pick<ClockState, 'clock' | 'unit' | 'aside' | 'startedAt' | 'limit' | 'calendar'> & {
  left: Paused;
  /** It stood still already. */
  held: boolean;
};

/** The matter that this one goes on in, and how this one stood before. */
export type Joined = {
  act: Uuid;
  at: string;
  into: Uuid;
  number: string;
  stage: string;
  phase: Phase;
  clocks: ClockLeft[];
};

/** A matter that goes on in this one, with whoever raised it. */
export type Gathered = { act: Uuid; at: string; matter: Uuid; number: string; originators: Originator[] };

/** The matter that this one stands below. */
export type Parent = { id: Uuid; number: string };

/** A matter that stands below this one. */
export type ChildState = { act: Uuid; at: string; matter: Uuid; number: string };

/** What stands below a matter, as far as that asks for it now. */
export type Child = { readonly id: Uuid; readonly number: string; readonly phase: Phase };

/**
 * What begins below it again and again: reckoned from which day, when next (null: never more), when last, how often, and of which days
 * nothing was begun.
 */
export type Recurring = {
  what: string;
  from: Day;
  next: Day | null;
  last: Day | null;
  begun: number;
  missed: number;
  lately: Day[];
  /** The matter has left the stages in which it recurred. */
  ended: boolean;
};

/** That a unit says it has nothing to do here; `granted`: whether the office agreed, null while it has not said. */
export type Waiver = { act: Uuid; at: string; reason: string; granted: boolean | null };

/** The item of a published list that it is; `dropped`: the edition that has it no more. */
export type CatalogueItem = Catalogued & { dropped: string | null };

/** A seat that was asked to help, since when and by which act; `unit`: the one that it sat in then. */
export type Helper = { act: Uuid; at: string; seat: Uuid; unit: Uuid | null };

/** A slip of supervision to a unit; `answered`: when the unit next reported or answered, null while it has not. */
export type SlipState = {
  act: Uuid;
  at: string;
  unit: Uuid;
  color: SlipColor;
  clock: string | null;
  text: string | null;
  answered: string | null;
};

/** That a matter stands on the public list, under which title, and by when the city promises it. */
export type Listed = { act: Uuid; at: string; title: string; until: Day };

/** That it was taken off again: with what result, or with none where it needed none any more. */
export type Delisted = { act: Uuid; at: string; title: string; until: Day; listedAt: string; result: string | null };

/** The higher seat that owes the answer now; `unit`: the seat's own, null of one above the units. */
export type RaisedTo = { act: Uuid; at: string; seat: Uuid; unit: Uuid | null; reason: string };

/** How much is to be there by a day. */
type PlanPoint = { on: Day; quantity: string };

/** What was measured on a day, in the target's unit; `odd`: more than was promised, or less than before. */
export type ReadingState = {
  act: Uuid;
  at: string;
  on: Day;
  value: string;
  odd: 'over' | 'back' | null;
  reason: string | null;
  position: Position | null;
  files: number;
};

/** What the matter promises a quantity of: how much, in which unit, by when and by which plan; and what was measured, oldest first. */
export type TargetState = {
  target: string;
  in: Measure;
  quantity: string;
  from: Day;
  by: Day;
  plan: PlanPoint[];
  /** What was there before, where a level is to be moved; left out of what is counted up from nothing. */
  start?: string;
  /** It is not to be passed; left out of what is to be reached. */
  sense?: 'most';
  act: Uuid;
  at: string;
  readings: ReadingState[];
};

/** The last inspection at a gate; `halted`: the work stands since then, or since one before it; `times`: how many there were. */
export type GateState = {
  gate: string;
  act: Uuid;
  at: string;
  passed: boolean;
  halted: boolean;
  items: { item: string; verdict: Verdict; text: string | null }[];
  note: string | null;
  files: number;
  times: number;
};

/** The newest word of a leader on the matter. */
export type Instruction = { act: Uuid; at: string; seat: Uuid | null; text: string };

/** One clock of a matter; it keeps the limit and the calendar in force when it was started. */
export type ClockState = {
  clock: string;
  unit: Uuid | null;
  /** Who owes it, where the matter was raised to that seat. */
  seat?: Uuid;
  /** It runs beside the matter's own time, for a leader's word: the matter is neither late nor in time by it. */
  aside?: true;
  /** It is a right: when it has run out it is nobody's lateness. */
  lapses?: true;
  startedAt: string;
  limit: string;
  calendar: string;
  due: Day;
  paused: Paused | null;
  stoppedAt: string | null;
  how: 'met' | 'late' | 'void' | null;
};

/** What a matter is after all its acts so far. Everything in it comes from the acts: `huiyin verify` folds it anew. */
export type MatterState = {
  seq: number;
  /** The last act after which somebody who looked before it may have decided otherwise. */
  moved: number;
  mechanism: string;
  version: number;
  number: string;
  n: number;
  round: Uuid | null;
  visibility: 'city' | 'units';
  stage: string;
  phase: Phase;
  text: string;
  area: string | null;
  aim: string | null;
  dueText: string | null;
  due: Day | null;
  confidential: boolean;
  quantities: NonNullable<Given<'register'>['quantities']>;
  source: NonNullable<Given<'register'>['source']> | null;
  originators: Originator[];
  channel: string | null;
  place: Place | null;
  /** The category that whoever registered it thought fitting, and the one that it is filed under. */
  wish: string | null;
  category: Filed | null;
  question: Question | null;
  promise: Promised | null;
  draft: Written | null;
  answer: Written | null;
  /** Of the answer that stands. */
  evaluations: Evaluation[];
  callback: CalledBack | null;
  drawn: Drawn | null;
  consents: Consent[];
  published: Published | null;
  exclusion: Exclusion | null;
  parent: Parent | null;
  children: ChildState[];
  recurring: Recurring[];
  helpers: Helper[];
  /** Its words are sealed for who was named and whoever raised it, and nobody else knows of it. */
  sealed: boolean;
  wanted: string | null;
  /** How much it counts beside the others below the same matter; null: as much as each. */
  weight: string | null;
  catalogued: CatalogueItem | null;
  waiver: Waiver | null;
  /** What came of it, as it was said last. */
  gain: { act: Uuid; at: string; text: string } | null;
  joined: Joined | null;
  gathered: Gathered[];
  slips: SlipState[];
  listed: Listed | null;
  delisted: Delisted | null;
  raised: RaisedTo | null;
  instruction: Instruction | null;
  parties: Party[];
  /** What is at stake between them, in fen. */
  amount: number | null;
  appointed: Appointed | null;
  sessions: Session[];
  arranged: Arranged | null;
  settlement: Settlement | null;
  outcome: Outcome | null;
  targets: TargetState[];
  gates: GateState[];
  units: UnitState[];
  clocks: ClockState[];
  asked: { unit: Uuid; until: Day; reason: string; act: Uuid }[];
  files: { id: Uuid; act: Uuid }[];
  percent: number | null;
  paused: boolean;
  entered: Record<string, string>;
  registeredAt: string;
  updatedAt: string;
  counts: {
    bounces: number;
    reminders: number;
    returns: number;
    reopenings: number;
    extensions: number;
    reports: number;
  };
};

/** A state as it is stored; what an older program left out of it is as it was then. */
export const stateOf = (json: string): MatterState => ({ ...LATER, ...(JSON.parse(json) as MatterState) });

/** Fields that states have had for less than always. */
export const LATER = {
  originators: [],
  channel: null,
  place: null,
  wish: null,
  category: null,
  question: null,
  promise: null,
  draft: null,
  answer: null,
  evaluations: [],
  callback: null,
  drawn: null,
  consents: [],
  published: null,
  exclusion: null,
  parent: null,
  children: [],
  recurring: [],
  helpers: [],
  sealed: false,
  wanted: null,
  weight: null,
  catalogued: null,
  waiver: null,
  gain: null,
  joined: null,
  gathered: [],
  slips: [],
  listed: null,
  delisted: null,
  raised: null,
  instruction: null,
  parties: [],
  amount: null,
  appointed: null,
  sessions: [],
  arranged: null,
  settlement: null,
  outcome: null,
  targets: [],
  gates: [],
} satisfies Partial<MatterState>;

/**
 * What followed from an act, decided once and kept with it. The fold applies these and nothing else, so a matter's past
 * stays what it was when a mechanism, a calendar or this program changes.
 */
export type Effect =
  | {
      do: 'open';
      mechanism: string;
      version: number;
      number: string;
      n: number;
      round: Uuid | null;
      visibility: 'city' | 'units';
      /** SHA-256 of the mechanism's text under which it was opened; acts of before this was kept have none. */
      source?: string;
    }
  /** What a file was when it was attached; acts of before this was kept name files in `given` alone. */
  | { do: 'attach'; file: FileFacts }
  /** Somebody is among those who raised it. */
  | { do: 'originate'; originator: Uuid; unnamed: boolean }
  /** What was personal in the words given stands here, sealed with the subject's key (null: they were erased), as marks and texts. */
  | { do: 'conceal'; subject: Uuid; sealed: string | null }
  /** It stands below another from its beginning on. */
  | { do: 'below'; parent: Uuid; number: string }
  /** Another stands below it. */
  | { do: 'divide'; child: Uuid; number: string }
  /** From here on it recurs, reckoned from that day. */
  | { do: 'recur'; what: string; from: Day; next: Day | null }
  | { do: 'unrecur'; what: string }
  /** What was begun is that of this day. */
  | { do: 'recurred'; what: string; on: Day; missed: Day[]; next: Day | null }
  | { do: 'waive' }
  /** What the office says to that; `granted` false too where it is taken up again after all. */
  | { do: 'waived'; granted: boolean }
  | { do: 'gain' }
  /** Another edition of its list says otherwise. */
  | { do: 'revise' }
  | { do: 'file'; filed: Filed }
  | { do: 'question'; held: boolean }
  /** `unit`: which had asked; null for the supervision office. */
  | { do: 'replied'; unit: Uuid | null }
  | { do: 'promise' }
  | { do: 'draft' }
  | { do: 'undraft' }
  /** The whole was answered: to be evaluated from now on. */
  | { do: 'answered' }
  | { do: 'evaluation' }
  /** `no`: the matter comes back by it. */
  | { do: 'callback'; no?: true }
  | { do: 'drawn' }
  | { do: 'consent'; by: Uuid; yes: boolean }
  | { do: 'publish' }
  | { do: 'withdraw' }
  | { do: 'exclusion'; account: Uuid }
  | { do: 'reviewed'; agreed: boolean }
  | { do: 'join'; into: Uuid; number: string; stage: string; phase: Phase; clocks: ClockLeft[] }
  | { do: 'part' }
  | { do: 'gather'; matter: Uuid; number: string; originators: Originator[] }
  | { do: 'release'; matter: Uuid }
  /** The answer stands no more, nor what was said of it. */
  | { do: 'anew' }
  | { do: 'stage'; to: string; phase: Phase }
  | { do: 'unit'; unit: Uuid; part: Part; stance: Stance }
  | { do: 'bounce'; unit: Uuid }
  | { do: 'leave'; unit: Uuid }
  /** Another unit takes the place of one that is no more: its part, its stance, its open clocks. */
  | { do: 'succeed'; unit: Uuid; heir: Uuid }
  | { do: 'due'; due: Day }
  | { do: 'slip'; unit: Uuid; color: SlipColor; clock: string | null }
  /** The unit has said something since its slips. */
  | { do: 'slip-answered'; unit: Uuid }
  | { do: 'list' }
  /** `verified`: what was promised was seen to; else it needed no list any more. */
  | { do: 'delist'; verified: boolean }
  | { do: 'raise'; seat: Uuid; unit: Uuid | null }
  | { do: 'lower' }
  /** A seat is asked to help; `unit`: where it sits. */
  | { do: 'help'; seat: Uuid; unit: Uuid | null }
  | { do: 'unhelp'; seat: Uuid }
  | { do: 'instruction' }
  /** The mechanism has every matter of its own confidential. */
  | { do: 'confidential' }
  /** The mechanism seals what its matters say. */
  | { do: 'seal' }
  | { do: 'parties' }
  | { do: 'appoint'; seat: Uuid; unit: Uuid; impartial: 'none' | 'unknown' }
  | { do: 'arrange' }
  | { do: 'session' }
  | { do: 'agree' }
  | { do: 'obligation'; n: number; state: 'kept' | 'broken' }
  | { do: 'confirm' }
  | { do: 'outcome' }
  /** The agreement stands no more, nor any other end. */
  | { do: 'undone' }
  | ({ do: 'target' } & Pick<TargetState, 'target' | 'in' | 'quantity' | 'from' | 'by' | 'plan' | 'start' | 'sense'>)
  | ({ do: 'reading'; target: string } & Pick<ReadingState, 'on' | 'value' | 'odd'>)
  | { do: 'inspection'; gate: string; passed: boolean; halt: boolean }
  | {
      do: 'start';
      clock: string;
      unit: Uuid | null;
      seat?: Uuid;
      aside?: true;
      lapses?: true;
      at: string;
      limit: string;
      calendar: string;
      due: Day;
    }
  | { do: 'stop'; clock: string; unit: Uuid | null; how: 'met' | 'late' | 'void' }
  | { do: 'hold'; clock: string; unit: Uuid | null; paused: Paused }
  | { do: 'run'; clock: string; unit: Uuid | null; due: Day }
  | { do: 'lengthen'; clock: string; unit: Uuid | null; due: Day }
  | { do: 'ask'; unit: Uuid; until: Day; reason: string }
  | { do: 'settle'; unit: Uuid; granted: boolean };

/** An act as the ledger holds it. `at` is UTC, `unit` the unit that acted through its seat. */
export type MatterAct = {
  id: Uuid;
  seq: number;
  kind: string;
  at: string;
  seat: Uuid | null;
  unit: Uuid | null;
  given: Record<string, unknown>;
  effects: Effect[];
};

/** The clock of that name and unit which has not stopped, if any. There is never more than one. */
export const openClock = (state: MatterState, clock: string, unit: Uuid | null): ClockState | undefined =>
  state.clocks.find((c) => c.clock === clock && c.unit === unit && c.stoppedAt === null);
