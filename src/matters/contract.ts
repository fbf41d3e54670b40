import { z } from 'zod';
import { ActKind, Demand, Named, Phase } from '../mechanism/contract.ts';
import { SheetFormat } from '../platform/sheets/contract.ts';

/** What crosses the wire about matters and rounds. Instants are ISO 8601 in UTC, days are the city's (`2026-03-13`). */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const line = (max: number) => z.string().trim().min(1).max(max);
const words = line(4000);
const Files = z.array(Uuid).max(50);

export const Quantity = z.object({ text: z.string().max(80), value: z.number(), unit: z.string().max(20) });
/** Where a matter's words stand: the minutes they were read from, and the offsets in that article's text. */
export const Source = z.object({ draft: Uuid, article: z.int().min(0), start: z.int().min(0), end: z.int().min(0) });

/** What each act takes. The kind is the act; everything else is what the person gives. */
export const Given = {
  register: z.strictObject({
    text: words,
    area: line(120).nullish(),
    aim: line(400).nullish(),
    due: Day.nullish(),
    dueText: line(120).nullish(),
    confidential: z.boolean().optional(),
    quantities: z.array(Quantity).max(60).optional(),
    source: Source.nullish(),
  }),
  assign: z.strictObject({ lead: Uuid, co: z.array(Uuid).max(60), due: Day.nullish(), note: words.nullish() }),
  accept: z.strictObject({ note: words.nullish() }),
  refuse: z.strictObject({ reason: words }),
  report: z.strictObject({ text: words, percent: z.int().min(0).max(100).nullish(), files: Files.optional() }),
  extend: z.strictObject({ until: Day, reason: words }),
  grant: z.strictObject({ unit: Uuid, until: Day.nullish(), note: words.nullish() }),
  deny: z.strictObject({ unit: Uuid, reason: words }),
  pause: z.strictObject({ reason: words }),
  resume: z.strictObject({ note: words.nullish() }),
  answer: z.strictObject({ result: words, files: Files.optional(), withoutCo: words.nullish() }),
  verify: z.strictObject({ note: words.nullish() }),
  return: z.strictObject({ reason: words, due: Day.nullish() }),
  close: z.strictObject({ note: words.nullish() }),
  reopen: z.strictObject({ reason: words, due: Day.nullish() }),
  remind: z.strictObject({ text: words.nullish(), unit: Uuid.nullish() }),
  instruct: z.strictObject({ text: words }),
  note: z.strictObject({ text: words }),
  attach: z.strictObject({ files: Files.min(1), caption: line(400).nullish() }),
  correct: z.strictObject({
    reason: words,
    text: words.optional(),
    area: line(120).nullish(),
    aim: line(400).nullish(),
    confidential: z.boolean().optional(),
  }),
} as const satisfies Record<ActKind, z.ZodType>;
export type Given<K extends ActKind = ActKind> = z.infer<(typeof Given)[K]>;

/**
 * An act as asked for. `id` is the caller's own name for it (UUIDv7): sent again, it gives the first answer. `seen` is the
 * matter's `seq` that the person was looking at: if the matter has moved on in a way that matters, the answer is 409.
 */
export const ActRequest = z.object({
  id: Uuid,
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
  id: Uuid,
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
});
export type ClockView = z.infer<typeof ClockView>;

export const Part = z.enum(['lead', 'co']);
export type Part = z.infer<typeof Part>;
/** What a unit has said to its assignment; `unawaited` where the lead unit answered without waiting for what it would say. */
export const Stance = z.enum(['assigned', 'accepted', 'refused', 'answered', 'unawaited', 'returned', 'done']);
export type Stance = z.infer<typeof Stance>;
export const UnitStance = z.object({ unit: Uuid, part: Part, stance: Stance, bounces: z.int(), since: Instant });

/** The co-unit that is latest with its own part, by how many working days, and how many others are late besides. */
export const LateCo = z.object({ unit: Uuid, workdaysLate: z.int(), others: z.int() });
export type LateCo = z.infer<typeof LateCo>;

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
  confidential: z.boolean(),
  due: Day.nullable(),
  slip: ClockSlip.nullable(),
  workdaysLeft: z.int().nullable(),
  /** For overseers and the lead unit, who wait for it; left out where no co-unit is late. */
  lateCo: LateCo.optional(),
  /** How often it was refused. */
  bounces: z.int(),
  seq: z.int(),
  registeredAt: Instant,
  updatedAt: Instant,
});
export type MatterRow = z.infer<typeof MatterRow>;

/** Whom a search may mean besides the words of matters: units and people of that name or of those initials. */
export const Meant = z.object({
  units: z.array(Uuid),
  people: z.array(z.object({ account: Uuid, name: z.string(), unit: Uuid.nullable(), title: z.string() })),
});
export type Meant = z.infer<typeof Meant>;

/**
 * One page of a list; `next` is the key to ask for the following one, null at the end. A page may hold fewer rows than were
 * asked for, even none, and still have a next: filters without an index of their own look at so many matters a page.
 * `meant`: the units and people whose matters a search answers with besides.
 */
export const MatterPage = z.object({
  rows: z.array(MatterRow),
  next: z.string().nullable(),
  meant: Meant.optional(),
});
export type MatterPage = z.infer<typeof MatterPage>;

/** A filter that is on or left out. */
const Yes = z.literal('yes');

export const LedgerQuery = z.object({
  q: z.string().trim().max(60).optional(),
  scope: z.enum(['mine', 'all']).optional(),
  sort: z.enum(['due', 'newest']).optional(),
  /** Left out: what is not struck off (of a round: everything). `any`: everything, newest first. */
  phase: z.enum([...Phase.options, 'any']).optional(),
  stage: z.string().max(40).optional(),
  slip: z.enum(['overdue', 'soon']).optional(),
  unit: Uuid.optional(),
  area: z.string().max(120).optional(),
  round: Uuid.optional(),
  mechanism: z.string().max(60).optional(),
  /** The unit's part and stance; without a unit: of any that takes part. */
  part: Part.optional(),
  stance: Stance.optional(),
  /** Days between which it is due, both of them within; only what is open is due. */
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  registeredFrom: Day.optional(),
  registeredTo: Day.optional(),
  confidential: Yes.optional(),
  paused: Yes.optional(),
  /** Refused at least once. */
  bounced: Yes.optional(),
  /** The account of somebody who acted on it, on whatever seat. */
  person: Uuid.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

/** How many a list holds in all; where not `exact`, at least so many. */
export const MatterCount = z.object({ count: z.int(), exact: z.boolean() });
export type MatterCount = z.infer<typeof MatterCount>;

/** What a list may be filtered by that is the city's own: mechanisms with their stages, and areas in use. */
export const LedgerChoices = z.object({
  mechanisms: z.array(
    z.object({
      key: z.string(),
      zh: z.string(),
      en: z.string(),
      stages: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string(), phase: Phase })),
    }),
  ),
  areas: z.array(z.string()),
});
export type LedgerChoices = z.infer<typeof LedgerChoices>;

export const FindQuery = z.object({ q: z.string().trim().min(1).max(60) });
/** What a few letters may mean: units, people, and the newest matters. */
export const Finds = z.object({ meant: Meant, matters: z.array(MatterRow) });
export type Finds = z.infer<typeof Finds>;

/** Why an act is open to me, or not: the page shows the sentence for `code` beside a button that is off. */
export const ActChoice = z.object({
  kind: ActKind,
  allowed: z.boolean(),
  code: z.string().nullable(),
  params: z.record(z.string(), z.unknown()),
  /** What the mechanism demands besides, e.g. `evidence`. */
  give: z.array(z.string()),
});
export type ActChoice = z.infer<typeof ActChoice>;

/** One act of the story. `given` is what the person gave; `effects` what followed. */
export const StoryAct = z.object({
  id: Uuid,
  seq: z.int(),
  kind: z.string(),
  at: Instant,
  seat: Uuid.nullable(),
  who: z.string(),
  /** Where they sit, for one who acted above the units: the seat's own unit, or null and its title, e.g. 副市长. */
  office: Uuid.nullable(),
  title: z.string(),
  /** The unit of the matter that they acted for. */
  unit: Uuid.nullable(),
  given: z.record(z.string(), z.unknown()),
  effects: z.array(z.record(z.string(), z.unknown())),
  hash: z.string(),
});
export type StoryAct = z.infer<typeof StoryAct>;

export const Attachment = z.object({ id: Uuid, name: z.string(), mediaType: z.string(), size: z.int(), act: Uuid });
export const Extension = z.object({ unit: Uuid, until: Day, reason: z.string(), act: Uuid });

export const MatterView = z.object({
  row: MatterRow,
  aim: z.string().nullable(),
  dueText: z.string().nullable(),
  quantities: z.array(Quantity),
  source: Source.nullable(),
  roundName: z.string().nullable(),
  roundNumber: z.int().nullable(),
  version: z.int(),
  units: z.array(UnitStance),
  clocks: z.array(ClockView),
  /** The stages this mechanism has, in order, and the moment each was last entered. */
  stages: z.array(
    z.object({ key: z.string(), zh: z.string(), en: z.string(), phase: Phase, enteredAt: Instant.nullable() }),
  ),
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
  files: z.array(Attachment),
  acts: z.array(ActChoice),
  story: z.array(StoryAct),
  /** The key of the older part of the story, when there is more than was sent. */
  earlier: z.int().nullable(),
});
export type MatterView = z.infer<typeof MatterView>;

/** One thing that this seat must do, and the act that does it. */
export const Todo = z.object({ row: MatterRow, act: ActKind, seen: z.boolean() });
export type Todo = z.infer<typeof Todo>;
/** `since` is when this seat last looked; what changed after it comes with `seen: false`. */
export const WorkbenchQuery = z.object({
  filter: z.enum(['overdue', 'today', 'week', 'dispatched']).optional(),
  since: Instant.optional(),
  after: z.string().max(200).optional(),
});
export type WorkbenchQuery = z.infer<typeof WorkbenchQuery>;
export const Workbench = z.object({
  todos: z.array(Todo),
  next: z.string().nullable(),
  /** Counted over everything this seat must do, not over the page sent. */
  counts: z.object({ total: z.int(), overdue: z.int(), today: z.int(), week: z.int(), dispatched: z.int() }),
});
export type Workbench = z.infer<typeof Workbench>;

/** A list that can be exported: the ledger by its filters (a round is one of them), the workbench, or matters named one by one. */
export const ExportList = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ledger'), query: LedgerQuery.omit({ after: true, limit: true }) }),
  z.strictObject({ kind: z.literal('workbench'), filter: WorkbenchQuery.shape.filter }),
  /** The matters behind a figure, or chosen in a list; `title` says what they are. */
  z.strictObject({ kind: z.literal('chosen'), title: line(120), ids: z.array(Uuid).min(1).max(2000) }),
]);
export type ExportList = z.infer<typeof ExportList>;
/** Begins an export. `id` is the caller's name for it: sent again, it gives the first. */
export const ExportMatters = z.strictObject({ id: Uuid, format: SheetFormat, list: ExportList });
export type ExportMatters = z.infer<typeof ExportMatters>;

export const Attendee = z.object({ name: line(40), post: z.string().max(120).nullable() });
/** One assignment of a round as reviewed: the words, who leads, who helps, by when. */
export const RoundItem = z.strictObject({
  id: Uuid,
  register: Given.register,
  assign: Given.assign.nullable(),
});
export type RoundItem = z.infer<typeof RoundItem>;
/** Opens a numbered round and assigns its items, all or none. `id` is the caller's name for the whole. */
export const OpenRound = z.strictObject({
  id: Uuid,
  mechanism: z.string(),
  year: z.int().min(2000).max(2100),
  number: z.int().min(1).max(9999),
  name: line(200),
  heldOn: Day,
  attendees: z.array(Attendee).max(100),
  draft: Uuid.nullish(),
  items: z.array(RoundItem).min(1).max(500),
});
export type OpenRound = z.infer<typeof OpenRound>;

export const RoundRow = z.object({
  id: Uuid,
  mechanism: z.string(),
  year: z.int(),
  number: z.int(),
  name: z.string(),
  heldOn: Day,
  attendees: z.array(Attendee),
  draft: Uuid.nullable(),
  total: z.int(),
  closed: z.int(),
});
export type RoundRow = z.infer<typeof RoundRow>;
export const RoundPage = z.object({ rows: z.array(RoundRow), next: z.string().nullable() });
/** A round with all its matters and the round before, for the board. */
export const RoundView = z.object({ round: RoundRow, before: RoundRow.nullable(), matters: z.array(MatterRow) });
export type RoundView = z.infer<typeof RoundView>;

export const ID = z.object({ id: Uuid });
