import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { Stands } from '../../matters/catalogues/catalogue.contract.ts';
import { MatrixQuery } from '../../matters/catalogues/matrix.contract.ts';

/** What crosses the wire when an edition of a list is brought in: its lines as read, what each would do, and one that is done. */
const Uuid = z.uuid();
const words = (max: number) => z.string().trim().max(max);

/** What a city's own ledger says of a unit in a line, as it is written: how far it is, what came of it, when it was done, with which evidence. */
const Past = z.object({ stands: words(400), result: words(4000), on: words(400), evidence: words(2000) });

/** A line as the table has it; empty says nothing. `due` and `units` are as they are written. `n`: its number in the file. */
export const EditionLine = z.object({
  n: z.int().min(1),
  item: words(400),
  text: words(10_000),
  area: words(400),
  wanted: words(2000),
  due: words(400),
  units: words(4000),
  past: Past.optional(),
});
export type EditionLine = z.infer<typeof EditionLine>;

export const MOST_ITEMS = 1000;
/** A ledger has a line for each unit of each item. */
export const MOST_LINES = 20_000;
export const EditionRead = z.object({ lines: z.array(EditionLine), unused: z.array(z.string()) });
export type EditionRead = z.infer<typeof EditionRead>;

/** `units`: among whom an item is divided whose line names none. */
export const Edition = MatrixQuery.extend({
  edition: words(60).min(1),
  units: z.array(Uuid).max(100),
  /** Whom groups mean of which the table does not say who they are (各有关部门). */
  groups: z
    .array(z.object({ name: words(200), units: z.array(Uuid).max(100) }))
    .max(100)
    .optional(),
  lines: z.array(EditionLine).max(MOST_LINES),
});
export type Edition = z.infer<typeof Edition>;

export const EntryState = z.enum(['new', 'changed', 'same', 'back', 'dropped', 'fault']);
export type EntryState = z.infer<typeof EntryState>;

export const EntryChange = z.object({
  of: z.enum(['text', 'area', 'wanted']),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type EntryChange = z.infer<typeof EntryChange>;

/** What is taken over of a unit from the city's own ledger. */
export const Carry = z.object({
  unit: Uuid,
  stands: Stands,
  text: words(4000).nullable(),
  doneOn: z.iso.date().nullable(),
  evidence: words(400).nullable(),
});
export type Carry = z.infer<typeof Carry>;

/** What becomes of one item: as it would be, what is other than it is, to whom it would be given besides, and what is wrong. */
export const EditionEntry = z.object({
  state: EntryState,
  item: z.string(),
  n: z.int().nullable(),
  /** The lines that speak of it: one for each of its units, in a ledger that a city kept itself. */
  rows: z.array(z.int()),
  matter: z.object({ id: Uuid, number: z.string() }).nullable(),
  text: z.string(),
  area: z.string().nullable(),
  wanted: z.string().nullable(),
  due: z.iso.date().nullable(),
  changes: z.array(EntryChange),
  units: z.array(Uuid),
  carries: z.array(Carry),
  /** Units that still work on a part of it and that its line names no more; and those whose part was struck off by the words before. */
  leaving: z.array(Uuid),
  struck: z.array(Uuid),
  issues: z.array(z.object({ level: z.enum(['fault', 'doubt']), detail: z.string() })),
});
export type EditionEntry = z.infer<typeof EditionEntry>;
/** `asked`: the groups of which it has to be said who they are. */
export const EditionPlan = z.object({ entries: z.array(EditionEntry), asked: z.array(z.string()) });
export type EditionPlan = z.infer<typeof EditionPlan>;

/** One entry to be done; `id` becomes that of the matter where the item is new. Of a dropped one only its number counts. */
export const EntryToBring = MatrixQuery.extend({
  id: NewId,
  edition: words(60).min(1),
  item: words(40).min(1),
  drop: z.boolean(),
  text: words(4000),
  area: words(120).nullable(),
  wanted: words(400).nullable(),
  due: z.iso.date().nullable(),
  units: z.array(Uuid).max(100),
  /** What is taken over of units, and from which ledger. */
  carries: z.array(Carry).max(100).optional(),
  book: words(120).optional(),
  /** The parts of units that are ended, and those that are taken up again, each with why. */
  ends: z.object({ units: z.array(Uuid).max(100), note: words(400).min(1) }).optional(),
  reopens: z.object({ units: z.array(Uuid).max(100), reason: words(400).min(1) }).optional(),
});
export type EntryToBring = z.infer<typeof EntryToBring>;
/** What was done: each of these is an act. */
export const Brought = z.object({
  matter: Uuid.nullable(),
  registered: z.boolean(),
  revised: z.int(),
  divided: z.int(),
  carried: z.int(),
  ended: z.int(),
  reopened: z.int(),
});
export type Brought = z.infer<typeof Brought>;
