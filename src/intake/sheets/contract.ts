import { z } from 'zod';
import { Transfer } from '../../platform/transfers/contract.ts';

/** What crosses the wire about imports: tables that were read and are looked over before anything is registered. */
const Uuid = z.uuid();

/** What a column may hold. `number` is ours, by which a matter is known again; it is never given. */
export const ImportField = z.enum([
  'text',
  'area',
  'lead',
  'co',
  'due',
  'aim',
  'confidential',
  'enterprise',
  'creditCode',
  'contact',
  'place',
  'category',
  'channel',
  'number',
]);
export type ImportField = z.infer<typeof ImportField>;

/** Which column holds each field, counted from 0; null for none. */
export const Mapping = z.record(ImportField, z.int().min(0).max(100).nullable());
export type Mapping = z.infer<typeof Mapping>;

/**
 * Who raises a row and where it is, under a mechanism of which somebody raises the matters. `enterprise`: of the register, by its
 * id; `code`: the credit code of one that is not there. `category`: a code or a name of the mechanism's scheme, looked up when it
 * is registered.
 */
const RowRaised = z.object({
  enterprise: Uuid.nullable(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  contact: z.string().nullable(),
  place: z.string().nullable(),
  category: z.string().nullable(),
  /** A word for the way by which it came; left out by what was laid out before there was a column for it. */
  channel: z.string().nullish(),
});
export type RowRaised = z.infer<typeof RowRaised>;

/** What a row becomes: the matter registered, and assigned where it names who leads. */
export const RowPlan = z.object({
  text: z.string(),
  area: z.string().nullable(),
  aim: z.string().nullable(),
  lead: Uuid.nullable(),
  co: z.array(Uuid),
  due: z.iso.date().nullable(),
  dueText: z.string().nullable(),
  confidential: z.boolean(),
  /** Left out where the file says nothing of it. */
  raised: RowRaised.optional(),
});
export type RowPlan = z.infer<typeof RowPlan>;

/** What a person put right in a row; it stands before what the file says, until the file's own words are asked for again. */
export const RowFix = RowPlan.omit({ dueText: true, raised: true }).partial();
export type RowFix = z.infer<typeof RowFix>;

/** Something about a row: a `fault` keeps it from being imported, a `doubt` wants to be seen. */
export const RowIssue = z.object({
  field: ImportField,
  level: z.enum(['fault', 'doubt']),
  /** In the reader's language. */
  detail: z.string(),
  /** A unit's name as the file has it, and the likeliest units to choose from; none is ever chosen for the reader. */
  printed: z.string().nullable(),
  offers: z.array(Uuid),
  /** The matter that is there already, where it is the same. */
  matter: Uuid.nullable(),
});
export type RowIssue = z.infer<typeof RowIssue>;

export const RowState = z.enum(['ready', 'doubt', 'fault', 'imported', 'refused']);
export type RowState = z.infer<typeof RowState>;

export const ImportRow = z.object({
  /** Its number in the file. */
  n: z.int(),
  state: RowState,
  /** Whether it is to be imported. A row with a fault never is. */
  chosen: z.boolean(),
  plan: RowPlan,
  issues: z.array(RowIssue),
  fixed: z.array(z.string()),
  /** The matter that it became. */
  matter: Uuid.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportRows = z.object({ rows: z.array(ImportRow), next: z.int().nullable() });
export type ImportRows = z.infer<typeof ImportRows>;
export const ImportRowsQuery = z.object({
  after: z.coerce.number().int().min(0).optional(),
  state: RowState.optional(),
});

/** What a reader of the table should know of the file besides its rows; see `Notes` in `grid.rules.ts`. */
export const ImportNotes = z.object({
  formulas: z.int(),
  unvalued: z.int(),
  hiddenRows: z.int(),
  macros: z.boolean(),
  links: z.boolean(),
});
export type ImportNotes = z.infer<typeof ImportNotes>;

/** An import under review, under way or done. */
export const ImportView = z.object({
  transfer: Transfer,
  sheet: z.string(),
  headings: z.array(z.string()),
  mapping: Mapping,
  /** Whether the columns were known from an earlier file with the same heads. */
  remembered: z.boolean(),
  notes: ImportNotes,
  counts: z.record(RowState, z.int()),
  /** Rows chosen that can be imported. */
  chosen: z.int(),
});
export type ImportView = z.infer<typeof ImportView>;

/** `known`: this seat uploaded the very same file before; the import is that one, and nothing was made anew. */
export const ImportReceipt = z.object({ id: Uuid, known: z.boolean() });
export type ImportReceipt = z.infer<typeof ImportReceipt>;

export const SetMapping = z.strictObject({ mapping: Mapping });
/** Says which unit a name of the file means, in every row that has it; null takes that back. */
export const NameUnit = z.strictObject({ printed: z.string().min(1).max(200), unit: Uuid.nullable() });
/** Changes a row: what is put right, whether it is imported. `fix: null` takes back everything that was put right. */
export const ChangeRow = z.strictObject({ fix: RowFix.nullish(), chosen: z.boolean().optional() });
export type ChangeRow = z.infer<typeof ChangeRow>;
/** Chooses many rows at once: all that can be imported, those without any doubt, or none. */
export const ChooseRows = z.strictObject({ rows: z.enum(['all', 'ready', 'none']) });
/** Imports the chosen rows; `chosen` is how many the reader saw, so that nothing is imported that was not looked at. */
export const BeginImport = z.strictObject({
  mechanism: z.string().max(60),
  chosen: z.int().min(1),
  /** By which way came what the table says nothing of; left out, by that of tables. */
  channel: z.string().max(40).nullish(),
});
export type BeginImport = z.infer<typeof BeginImport>;
