import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';
import { ActKind, ActNames, Demand, Follows, Named, Phase, Rung } from '../mechanism/contract.ts';
import { Catalogued } from './catalogues/catalogue.contract.ts';
import { Given, Quantity, Source } from './life/given.contract.ts';
import { GatesView } from './gates/gate.contract.ts';
import { TargetsView } from './targets/target.contract.ts';
import { NamedSeat } from './mentions/mention.contract.ts';
import { BetweenView } from './parties/between.contract.ts';
import { Conflicts } from './parties/parties.contract.ts';
import { PressMarks, PressView } from './pressing/pressing.contract.ts';
import { RecurringView } from './recurrence/recurrence.contract.ts';
import { RaisedView } from './raised/raised.contract.ts';
import { Change, ClockPast, Doer, LastWord, Leg } from './story/story.contract.ts';

/** What crosses the wire about a matter and its acts. Instants are ISO 8601 in UTC, days are the city's (`2026-03-13`). */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/**
 * An act as asked for. `id` is the caller's own name for it (UUIDv7): sent again, it gives the first answer. `seen` is the
 * matter's `seq` that the person was looking at: if the matter has moved on in a way that matters, the answer is 409.
 */
export const ActRequest = z.object({
  id: NewId,
  kind: ActKind,
  seen: z.int().min(0).optional(),
  given: z.record(z.string(), z.unknown()),
});
export type ActRequest = z.infer<typeof ActRequest>;

/**
 * Registers a matter by hand, adds files to it, and assigns it where units are named. `id` names the act and becomes the
 * matter's id. `round`: the meeting that it belongs to and is numbered in, of a mechanism that has rounds.
 */
export const RegisterMatter = z.strictObject({
  id: NewId,
  mechanism: z.string().max(60),
  round: Uuid.nullish(),
  given: Given.register,
  attach: Given.attach.nullish(),
  assign: Given.assign.nullish(),
});
export type RegisterMatter = z.infer<typeof RegisterMatter>;

/** A mechanism under which a seat may register matters by hand, and what it demands with that. */
export const Registrable = z.object({
  key: z.string(),
  name: Named,
  rounds: z.boolean(),
  mayAssign: z.boolean(),
  /** Whether somebody raises its matters, and is answered to. */
  originators: z.boolean(),
  /** Whether what was answered may be published, with the consent of whoever raised it. */
  publishes: z.boolean(),
  /** The ways by which its matters are raised, and the key of the scheme that they are classified by. */
  channels: z.record(z.string(), Named),
  scheme: z.string().nullable(),
  /** The sides on which its parties stand; null where it has none. */
  sides: z.record(z.string(), Named).nullable(),
  /** What may be promised a quantity of; null where nothing is measured. */
  targets: TargetsView.shape.known.nullable(),
  /** Whether its matters are built somewhere, and stand on a map. */
  site: z.boolean(),
  amount: z.boolean(),
  /** Whether all its matters are confidential; whether they are for named seats alone. */
  confidential: z.boolean(),
  sealed: z.boolean(),
  give: z.object({ register: z.array(Demand), assign: z.array(Demand) }),
});
export type Registrable = z.infer<typeof Registrable>;

export const RegistrablePage = z.object({ rows: z.array(Registrable) });

/** The answer to an act: the act as it stands in the ledger, and the stage that it led to. */
export const ActReceipt = z.object({
  id: Uuid,
  matter: Uuid,
  seq: z.int(),
  kind: z.string(),
  at: Instant,
  stage: z.string(),
});
export type ActReceipt = z.infer<typeof ActReceipt>;

/** How a clock looks now: time left counts working days from today, 0 is today, negative is overdue. */
export const ClockSlip = z.enum(['calm', 'soon', 'overdue', 'paused', 'met', 'late', 'void']);
export type ClockSlip = z.infer<typeof ClockSlip>;

export const ClockView = z.object({
  clock: z.string(),
  unit: Uuid.nullable(),
  /** The seat that owes it, where the matter was raised to one. */
  seat: Uuid.nullable(),
  /** It runs beside the matter's own time, for a leader's word. */
  aside: z.boolean(),
  startedAt: Instant,
  limit: z.string(),
  due: Day,
  dueAt: Instant,
  pausedOn: Day.nullable(),
  stoppedAt: Instant.nullable(),
  slip: ClockSlip,
  workdaysLeft: z.int().nullable(),
  /** Elapsed share of the limit in working days, 0 to 1 and beyond when overdue. */
  spent: z.number(),
  /** Of a clock that stands still: the day on which it would run out if it were set going again now. */
  dueIfResumed: Day.nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

export const Part = z.enum(['lead', 'co']);
export type Part = z.infer<typeof Part>;

/** What a unit has said to its assignment; `unawaited` where the lead unit answered without waiting for what it would say. */
export const Stance = z.enum(['assigned', 'accepted', 'refused', 'answered', 'unawaited', 'returned', 'done']);
export type Stance = z.infer<typeof Stance>;

export const UnitStance = z.object({ unit: Uuid, part: Part, stance: Stance, bounces: z.int(), since: Instant });

/**
 * A clock on the matter's own page: the acts that it waits for, and what happened to it. `freed`: the city's reason where it made
 * the day on which the clock runs out a day off; the day stands all the same.
 */
export const ClockTold = ClockView.extend({
  waitsFor: z.array(ActKind),
  freed: z.string().nullable(),
  /** The next rung of its ladder, if nothing happens before that day. */
  next: Rung.omit({ at: true }).extend({ day: Day }).nullable(),
  ...ClockPast.shape,
});
export type ClockTold = z.infer<typeof ClockTold>;

/** The co-unit that is latest with its own part, by how many working days, and how many others are late besides. */
export const LateCo = z.object({ unit: Uuid, workdaysLate: z.int(), others: z.int() });
export type LateCo = z.infer<typeof LateCo>;

/**
 * The clock of the supervision office's own part, which holds no unit to anything: to verify what was answered. `name`: the
 * clock's own, where it runs for something else than what a matter of this phase waits for.
 */
export const OfficeClock = ClockView.pick({ due: true, slip: true, workdaysLeft: true }).extend({
  name: Named.optional(),
});
export type OfficeClock = z.infer<typeof OfficeClock>;

/** One line of any list. */
export const MatterRow = z.object({
  id: Uuid,
  mechanism: z.string(),
  number: z.string(),
  text: z.string(),
  area: z.string().nullable(),
  round: Uuid.nullable(),
  stage: z.string(),
  phase: Phase,
  lead: Uuid.nullable(),
  co: z.array(Uuid),
  /** The category that it is filed under, as its scheme was then; left out where it is under none. */
  category: z.object({ scheme: z.string(), code: z.string() }).optional(),
  confidential: z.boolean(),
  /** The day that a unit is held to, whoever looks: the unit's own to those who take part, else the lead unit's. */
  due: Day.nullable(),
  slip: ClockSlip.nullable(),
  workdaysLeft: z.int().nullable(),
  /** For overseers and the lead unit, who wait for it; left out where no co-unit is late. */
  lateCo: LateCo.optional(),
  /** For overseers; left out where nothing waits for the supervision office by a clock of its own. */
  office: OfficeClock.optional(),
  ...PressMarks.shape,
  /** Of a closed one that was not struck off: it goes on in another, or is not counted; left out of all others. */
  ended: z.enum(['joined', 'excluded']).optional(),
  /** The session that was arranged and not held yet: its day and time of day; left out where there is none. */
  meeting: z.object({ on: Day, from: z.string().nullable() }).optional(),
  /** The number of the matter that it stands below; left out of what stands for itself. */
  below: z.string().optional(),
  /** How often it was refused. */
  bounces: z.int(),
  seq: z.int(),
  registeredAt: Instant,
  updatedAt: Instant,
});
export type MatterRow = z.infer<typeof MatterRow>;

/** Why an act is open to me, or not: the page shows the sentence for `code` beside a button that is off. */
export const ActChoice = z.object({
  kind: ActKind,
  allowed: z.boolean(),
  code: z.string().nullable(),
  params: z.record(z.string(), z.unknown()),
  /** What the mechanism demands besides, e.g. `evidence`. */
  give: z.array(z.string()),
  /** What would follow if I did it. */
  follows: Follows,
});
export type ActChoice = z.infer<typeof ActChoice>;

/** One act of the story. `given` is what the person gave; `effects` what followed; `changes` what is other than before. */
export const StoryAct = z.object({
  id: Uuid,
  seq: z.int(),
  kind: z.string(),
  at: Instant,
  seat: Uuid.nullable(),
  ...Doer.shape,
  given: z.record(z.string(), z.unknown()),
  effects: z.array(z.record(z.string(), z.unknown())),
  changes: z.array(Change),
  /** Those whom it calls by name, as they were called then. */
  mentions: z.array(NamedSeat),
  /** The seat that it is about, as that was called then: the one raised to, the one asked to help. */
  seated: NamedSeat.nullable(),
  /** The category that it filed the matter under, from the top of the scheme down, as it was called then. */
  filed: z.array(z.object({ zh: z.string(), en: z.string().nullable() })).optional(),
  hash: z.string(),
});
export type StoryAct = z.infer<typeof StoryAct>;

/**
 * `unit`: whose act brought it; null for whoever stands above the units. `erased`: with the person whose it was, and read by nobody.
 * `sealed`: its name is told, and its bytes are, to whoever says what for.
 */
export const Attachment = z.object({
  id: Uuid,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  erased: z.boolean(),
  sealed: z.boolean(),
  act: Uuid,
  unit: Uuid.nullable(),
});

/** The matter above; `readable`: whether this seat may open it. */
const ParentView = z.object({ id: Uuid, number: z.string(), readable: z.boolean() });

/** A matter below another, as that shows it. */
const ChildView = z.object({
  row: MatterRow,
  stage: Named,
  percent: z.int().nullable(),
});
export type ChildView = z.infer<typeof ChildView>;

/** Some of what stands below a matter and this seat may read, the unfinished first, of these the worst first; `next`: the key of more. */
export const BelowPage = z.object({ rows: z.array(ChildView), next: z.string().nullable() });
export type BelowPage = z.infer<typeof BelowPage>;

/** What stands below a matter: the first of those that this seat may read, how many others, and the kinds that may be put there. */
const BelowView = BelowPage.extend({
  /** How many this seat may read, and how many of these are struck off. */
  n: z.int(),
  done: z.int(),
  /** How many others there are. */
  hidden: z.int(),
  kinds: z.array(
    z.object({
      key: z.string(),
      name: Named,
      /** What each may promise a quantity of; null where nothing is measured. */
      targets: TargetsView.shape.known.nullable(),
      /** Whether it counts by a weight beside the others below the same matter. */
      weighs: z.boolean(),
    }),
  ),
});

export const Extension = z.object({ unit: Uuid, until: Day, reason: z.string(), act: Uuid });

export const MatterView = z.object({
  row: MatterRow,
  /** It is for named seats alone. */
  sealed: z.boolean(),
  aim: z.string().nullable(),
  /** What is to be shown as evidence that it is done. */
  wanted: z.string().nullable(),
  /** The item of a published list that it is; `dropped`: the edition that has it no more. */
  catalogued: Catalogued.extend({ dropped: z.string().nullable() }).nullable(),
  /** Of a part: the edition by which the item above it is listed no more. */
  unlisted: z.string().nullable(),
  /** Why a unit says that it has nothing to do here, and whether the office agreed. */
  waiver: z.object({ reason: z.string(), granted: z.boolean().nullable() }).nullable(),
  /** What came of it once it was done. */
  gain: z.string().nullable(),
  dueText: z.string().nullable(),
  quantities: z.array(Quantity),
  source: Source.nullable(),
  roundName: z.string().nullable(),
  roundNumber: z.int().nullable(),
  version: z.int(),
  units: z.array(UnitStance.extend({ lastWord: LastWord.nullable() })),
  clocks: z.array(ClockTold),
  /** The way here, stage by stage; one that was entered twice stands in it twice. */
  way: z.array(Leg),
  /** The stages this mechanism has, in order, and the moment each was last entered. */
  stages: z.array(
    z.object({
      key: z.string(),
      zh: z.string(),
      en: z.string(),
      phase: Phase,
      enteredAt: Instant.nullable(),
      /** It is entered only when somebody refuses or says no. */
      aside: z.boolean(),
    }),
  ),
  /** What its mechanism calls its acts, where that is something else than elsewhere. */
  actNames: ActNames,
  clockNames: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
  extensions: z.array(Extension),
  counts: z.object({
    bounces: z.int(),
    reminders: z.int(),
    returns: z.int(),
    reopenings: z.int(),
    extensions: z.int(),
    reports: z.int(),
  }),
  percent: z.int().nullable(),
  /** Whether it goes through the green channel; null where its mechanism has none. */
  green: z.boolean().nullable(),
  /** Null where matters are the city's own. */
  raised: RaisedView.nullable(),
  /** Whether this seat may be shown what is personal in it, else why not; null where nothing is masked. */
  personal: z.object({ allowed: z.boolean(), code: z.string().nullable() }).nullable(),
  pressing: PressView,
  /** Those who were asked to help, by name. */
  helpers: z.array(NamedSeat.extend({ since: Instant, conflicts: Conflicts, cleared: z.boolean() })),
  /** The matter that it stands below; null for one that stands for itself. */
  parent: ParentView.nullable(),
  /** Whether it stands in a tree that is summed up by weights, and how much it counts there; null: as much as each. */
  weighs: z.boolean(),
  weight: z.string().nullable(),
  /** What stands below it. */
  below: BelowView,
  /** What begins below it again and again by a rule of days. */
  recurring: z.array(RecurringView),
  /** Null where there are no parties. */
  between: BetweenView.nullable(),
  /** Null where nothing is measured, where there are no gates. */
  targets: TargetsView.nullable(),
  gates: GatesView.nullable(),
  files: z.array(Attachment),
  acts: z.array(ActChoice),
  story: z.array(StoryAct),
  /** The key of the older part of the story, when there is more than was sent. */
  earlier: z.int().nullable(),
});
export type MatterView = z.infer<typeof MatterView>;

export const ID = z.object({ id: z.uuid('matter.not-found') });
