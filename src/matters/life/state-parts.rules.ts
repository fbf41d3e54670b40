// What a matter’s state is made of; the state itself: state.rules.ts.

import type { Day, Measure, Paused, Uuid } from '../../kernel/index.ts';
import type { Phase, SlipColor } from '../../mechanism/contract.ts';
import type { Part, Stance } from '../contract.ts';
import type { Impartiality } from '../parties/between-state.rules.ts';
import type { Verdict } from '../gates/gate.contract.ts';
import type { Position } from '../targets/target.contract.ts';
import type { Catalogued, Stands } from '../catalogues/catalogue.contract.ts';

/** A unit's part in a matter. */
/** How often a unit has handed the matter back, also one that has left it since, and whether it was decided then that it takes part. */
export type HandedBack = { unit: Uuid; times: number; decided: boolean };
export type UnitState = { unit: Uuid; part: Part; stance: Stance; bounces: number; since: string };

/** Somebody who raised the matter; `unnamed`: the units must not see who it is. `through`: another matter, which goes on in this one. */
export type Originator = { id: Uuid; since: string; unnamed: boolean; through?: Uuid };

/**
 * With whose key what is personal in the words of a part is sealed: of whoever raised the matter above, or that matter, where nobody is
 * known; `unnamed` as there.
 */
export type Concerned = Pick<Originator, 'id' | 'unnamed'>;

/** Under what a matter is filed: a code of one version of a scheme, and the codes above it down to its own. */
export type Filed = { scheme: string; version: number; code: string; way: string[] };

/** A question that waits for a reply; `held`: the clocks stand still for it. */
export type Question = { act: Uuid; at: string; unit: Uuid | null; text: string; held: boolean };

/** Asked by one who raised it; `agreed` null while it waits. `due`: by when it is to be decided; requests of before this was kept have none. `reason`: of the decision. */
export type Erasing = {
  act: Uuid;
  at: string;
  by: Uuid;
  due?: Day;
  agreed: boolean | null;
  reason: string | null;
};

/** `open`: whether everybody may read its words on the public list; promises of before this was kept have it not. */
export type Promised = { act: Uuid; at: string; unit: Uuid; text: string; due: Day; open?: boolean };

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

/** What those who raised it say of an answer, in evaluations and on being called back; `excluded`: it is not to be counted. */
export type Standing = {
  evaluations: Pick<Evaluation, 'by' | 'stars' | 'solved' | 'satisfied' | 'unnamed'>[];
  callback: Pick<CalledBack, 'reached' | 'solved' | 'satisfied'> | null;
  excluded: boolean;
};

/**
 * What stood before the matter was taken up again: whether it was answered, by which unit, what was said of that, and whether somebody was not
 * content. `there`: it was so in another in which it went on since that moment, and answered then; `late`: that answer was.
 */
export type Former = Standing & {
  act: Uuid;
  at: string;
  answered: boolean;
  disputed: boolean;
  lead: Uuid | null;
  there?: { since: string; answered: string };
  late?: true;
};

/** What was heard on calling back after the answer; null where it was not said. Not `reached`: it was tried as often as is asked for. */
export type CalledBack = {
  act: Uuid;
  at: string;
  reached: boolean;
  solved: boolean | null;
  satisfied: boolean | null;
  /** They were not content, and the matter came back by that; acts of before this was kept have none. */
  no?: true;
};

/** A call in which nobody was reached. */
export type Attempt = { act: Uuid; at: string };

/** That a matter is among those of a week (its Monday) whose originators are called back. */
export type Drawn = { act: Uuid; at: string; week: Day };

/** Question and answer as everybody may read them. */
export type Published = { act: Uuid; at: string; question: string; answer: string };

/** What one of those who raised the matter said to its being published. */
export type Consent = { by: Uuid; yes: boolean };

/** That an evaluation is not to be counted, and what the review of that said: null before there is one. */
export type Exclusion = { act: Uuid; at: string; seat: Uuid; account: Uuid; reason: string; agreed: boolean | null };

/** Time that a clock had left when its matter was joined to another: it runs on when that is parted again. */
export type ClockLeft = Pick<
  ClockState,
  'clock' | 'unit' | 'aside' | 'wholeDay' | 'startedAt' | 'limit' | 'calendar'
> & {
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
export type Gathered = {
  act: Uuid;
  at: string;
  matter: Uuid;
  number: string;
  originators: Originator[];
  /** Whoever raised it was not content and has had nothing since, which is owed here now. */
  owes?: true;
};

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

/**
 * What was taken over of the lead unit from a ledger that was kept before, by the office and not by the unit; `over`: it was sent back or taken up again
 * since, and what the unit says now is its own.
 */
export type Carried = {
  act: Uuid;
  at: string;
  stands: Stands;
  book: string;
  text: string | null;
  doneOn: Day | null;
  evidence: string | null;
  over?: true;
};

/** A seat that was asked to help, since when and by which act; `unit`: the one that it sat in then. */
export type Helper = Impartiality & { act: Uuid; at: string; seat: Uuid; unit: Uuid | null };

/** A slip of supervision to a unit; `answered`: when the unit next reported or answered, null while it has not. */
export type SlipState = {
  act: Uuid;
  at: string;
  /** Null of a sealed matter: those who are named for it. */
  unit: Uuid | null;
  color: SlipColor;
  clock: string | null;
  text: string | null;
  answered: string | null;
  /** When nothing was asked by it any more, though the unit had said nothing; slips of before this was kept have none. */
  ended?: string;
};

/** That a matter stands on the public list, under which title, and by when the office wants it done. `paused`: since when the days stand still. */
export type Listed = { act: Uuid; at: string; title: string; until: Day; paused?: Paused };

/** A unit's promise as the public reads it: its words, null where not everybody may read them, and by when. */
export type ListedPromise = { text: string | null; by: Day };

/**
 * That it was taken off again: with what result, or with none where it needed none any more. `answeredOn`: when its unit had answered; what
 * was taken off before that was kept has neither that nor a promise.
 */
export type Delisted = {
  act: Uuid;
  at: string;
  title: string;
  until: Day;
  listedAt: string;
  result: string | null;
  answeredOn?: Day;
  promise?: ListedPromise;
};

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
  /** So many metres from the site, where it was not taken on it. */
  away?: number;
  /** When it was taken, where the work had been stopped before it was told. */
  taken?: string;
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

/**
 * The last inspection at a gate; `halted`: the work stands since then, or, where one before it had stopped it, `since` then; `times`: how many
 * there were.
 */
export type GateState = {
  gate: string;
  act: Uuid;
  at: string;
  passed: boolean;
  /** It was passed, and something was done since after which it is inspected anew. */
  lapsed?: true;
  halted: boolean;
  since?: string;
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
  /** Its last day counts to midnight. */
  wholeDay?: true;
  startedAt: string;
  limit: string;
  calendar: string;
  due: Day;
  paused: Paused | null;
  stoppedAt: string | null;
  how: 'met' | 'late' | 'void' | null;
};
