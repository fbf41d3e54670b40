import type { Day, Uuid } from '../../kernel/index.ts';
import type { Phase } from '../../mechanism/contract.ts';
import type { Given } from './given.contract.ts';
import type { Appointed, Arranged, Outcome, Party, Session, Settlement } from '../parties/between-state.rules.ts';
import type { Place } from '../raised/raised.contract.ts';
import type {
  Attempt,
  CalledBack,
  CatalogueItem,
  ChildState,
  ClockState,
  Concerned,
  Consent,
  Delisted,
  Drawn,
  Erasing,
  Evaluation,
  Exclusion,
  Filed,
  Former,
  GateState,
  HandedBack,
  Gathered,
  Helper,
  Instruction,
  Joined,
  Listed,
  Originator,
  Parent,
  Promised,
  Published,
  Question,
  RaisedTo,
  Recurring,
  SlipState,
  TargetState,
  UnitState,
  Waiver,
  Carried,
  Written,
} from './state-parts.rules.ts';

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
  /** Of whom it is a part of what they raised, without being raised by them. */
  concerns: Concerned | null;
  channel: string | null;
  place: Place | null;
  /** What they are called, a mark, and where a picture of theirs lies; only where it came along. */
  raiser?: string;
  media?: string;
  /** The category that whoever registered it thought fitting, and the one that it is filed under. */
  wish: string | null;
  category: Filed | null;
  /** It goes through the green channel, whose limits are shorter. */
  green: boolean;
  question: Question | null;
  promise: Promised | null;
  draft: Written | null;
  answer: Written | null;
  /** Of the answer that stands. */
  evaluations: Evaluation[];
  callback: CalledBack | null;
  /** Calls in vain since the answer, or since it was evaluated last. */
  attempts: Attempt[];
  drawn: Drawn | null;
  consents: Consent[];
  published: Published | null;
  /** That whoever raised what is sealed asked to be erased, and what was decided of it. */
  erasing?: Erasing;
  exclusion: Exclusion | null;
  /** That it was struck off without an answer to whoever raised it; states of before that was told have none. */
  struck?: { act: Uuid; at: string };
  /** What stood before it was taken up again last; states of before that was kept have none. */
  former?: Former;
  /** Whoever raised it said that it is the same as another that was open then; not once it was parted from one. */
  same?: { act: Uuid; at: string };
  parent: Parent | null;
  children: ChildState[];
  recurring: Recurring[];
  helpers: Helper[];
  /** Its words are sealed for who was named and whoever raised it, and nobody else knows of it. */
  sealed: boolean;
  wanted: string | null;
  /** How much it counts beside the others below the same matter; null: as much as each. */
  weight: string | null;
  /** Which level of its tree it is of, where it is one that may be left out. */
  level?: number;
  catalogued: CatalogueItem | null;
  /** Of a part: the edition by which the item above it is listed no more. */
  unlisted?: string;
  /** Of a part that was struck off: the edition that has other words for it since. */
  outworded?: string;
  waiver: Waiver | null;
  /** What an earlier ledger said of its lead unit; states without such a past have none. */
  carried?: Carried;
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
  /** The kinds of acts done so far with which gates reckon. */
  reckoned?: string[];
  units: UnitState[];
  /** Where the file counts for each unit who handed it back; states in which nobody did have none. */
  handedBack?: HandedBack[];
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
  concerns: null,
  channel: null,
  place: null,
  wish: null,
  category: null,
  green: false,
  question: null,
  promise: null,
  draft: null,
  answer: null,
  evaluations: [],
  callback: null,
  attempts: [],
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

/** The clock of that name and unit which has not stopped, if any. There is never more than one. */
export const openClock = (state: MatterState, clock: string, unit: Uuid | null): ClockState | undefined =>
  state.clocks.find((c) => c.clock === clock && c.unit === unit && c.stoppedAt === null);
