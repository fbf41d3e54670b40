import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { ActKind, Named, Phase, SlipColor } from '../../mechanism/contract.ts';
import { SheetFormat } from '../../platform/sheets/contract.ts';
import { Part, Stance } from '../life/unit.contract.ts';
import { MatterRow } from './row.contract.ts';
import { LONGEST, MOST_CHOSEN } from './longest.rules.ts';

/** What crosses the wire about lists of matters: the ledger, the workbench, what a search finds, what is exported. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

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

/** How often units have refused it, at least. */
export const Bounced = z.enum(['yes', '2', '3']);

export const LedgerQuery = z.object({
  q: z.string().trim().max(LONGEST.q).optional(),
  scope: z.enum(['mine', 'all']).optional(),
  sort: z.enum(['due', 'newest']).optional(),
  /**
   * `unclosed`: what is not struck off; `any`: everything, newest first. Left out: what is not struck off, but everything of a
   * round and of what is searched for, by words or by person.
   */
  phase: z.enum([...Phase.options, 'unclosed', 'any']).optional(),
  stage: z.string().max(LONGEST.stage).optional(),
  slip: z.enum(['overdue', 'soon']).optional(),
  unit: Uuid.optional(),
  area: z.string().max(LONGEST.area).optional(),
  round: Uuid.optional(),
  mechanism: z.string().max(LONGEST.mechanism).optional(),
  /** A category’s code, of whatever scheme, as matters are filed now: under it or under one below it. */
  category: z.string().max(LONGEST.category).optional(),
  /** The way by which it was raised, by the mechanism’s name for it. */
  channel: z.string().max(LONGEST.channel).optional(),
  /** The unit's part and stance; without a unit: of any that takes part. */
  part: Part.optional(),
  stance: Stance.optional(),
  /** Days between which it is due, both of them within; only what is open is due. */
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  registeredFrom: Day.optional(),
  registeredTo: Day.optional(),
  /** Days between which the last act was done. */
  updatedFrom: Day.optional(),
  updatedTo: Day.optional(),
  confidential: Yes.optional(),
  paused: Yes.optional(),
  /** Going through the green channel, or gone through it. */
  green: Yes.optional(),
  /** On the public list. */
  listed: Yes.optional(),
  /** Raised to a higher seat that owes the answer. */
  raised: Yes.optional(),
  /** Refused at least once, twice or three times. */
  bounced: Bounced.optional(),
  /** The gravest slip of supervision that no unit has replied to. */
  color: SlipColor.optional(),
  /** The account of somebody who acted on it, on whatever seat. */
  person: Uuid.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

/** How many a list holds in all; where not `exact`, at least so many. */
export const MatterCount = z.object({ count: z.int(), exact: z.boolean() });
export type MatterCount = z.infer<typeof MatterCount>;

/** What a list may be filtered by that is the city's own: mechanisms with stages, channels and the scheme they file by, and areas in use. */
export const LedgerChoices = z.object({
  mechanisms: z.array(
    z.object({
      key: z.string(),
      zh: z.string(),
      en: z.string(),
      stages: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string(), phase: Phase })),
      channels: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
      scheme: z.string().nullable(),
    }),
  ),
  areas: z.array(z.string()),
});
export type LedgerChoices = z.infer<typeof LedgerChoices>;

export const FindQuery = z.object({ q: z.string().trim().min(1).max(LONGEST.q) });

/** What a few letters may mean: units, people, and the newest matters. */
export const Finds = z.object({ meant: Meant, matters: z.array(MatterRow) });
export type Finds = z.infer<typeof Finds>;

/** One thing that this seat must do, and the act that does it. */
export const Todo = z.object({
  row: MatterRow,
  act: ActKind,
  /** What its mechanism calls the act, where that is something else than elsewhere. */
  name: Named.optional(),
  /** Of it, and of the other ways that it may go, those that this seat may take now: another may have been appointed to it. */
  may: z.array(ActKind),
  seen: z.boolean(),
});
export type Todo = z.infer<typeof Todo>;

/** `since` is when this seat last looked; what changed after it comes with `seen: false`. */
export const WorkbenchQuery = z.object({
  filter: z.enum(['overdue', 'today', 'week', 'dispatched']).optional(),
  /** Of a unit's work only what this seat has in hand; `none`: what nobody of the unit has. */
  hand: z.union([Uuid, z.literal('none')]).optional(),
  since: Instant.optional(),
  after: z.string().max(200).optional(),
});
export type WorkbenchQuery = z.infer<typeof WorkbenchQuery>;

export const Workbench = z.object({
  todos: z.array(Todo),
  next: z.string().nullable(),
  /** What this seat was asked to help with, and owes to nobody; with the first page, of what is not struck off. */
  helping: z.array(MatterRow),
  /** Counted over everything this seat must do, not over the page sent. */
  counts: z.object({ total: z.int(), overdue: z.int(), today: z.int(), week: z.int(), dispatched: z.int() }),
});
export type Workbench = z.infer<typeof Workbench>;

/** A list that can be exported: the ledger by its filters (a round is one of them), the workbench, or matters named one by one. */
export const ExportList = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ledger'), query: LedgerQuery.omit({ after: true, limit: true }) }),
  z.strictObject({ kind: z.literal('workbench'), filter: WorkbenchQuery.shape.filter }),
  /**
   * The matters behind a figure, or chosen in a list; `title` says what they are, `numbers` how they were called there, in the same
   * order, so that one that may not be read any more can be named to whoever chose it.
   */
  z.strictObject({
    kind: z.literal('chosen'),
    title: z.string().trim().min(1).max(120),
    ids: z.array(Uuid).min(1).max(MOST_CHOSEN),
    numbers: z.array(z.string().max(60)).max(MOST_CHOSEN).optional(),
  }),
]);
export type ExportList = z.infer<typeof ExportList>;

/** Begins an export. `id` is the caller's name for it: sent again, it gives the first. */
export const ExportMatters = z.strictObject({ id: NewId, format: SheetFormat, list: ExportList });
export type ExportMatters = z.infer<typeof ExportMatters>;
