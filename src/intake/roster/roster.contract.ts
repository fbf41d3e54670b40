import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { Located, UnitKind } from '../../directory/contract.ts';
import { SeatRole } from '../../platform/identity/contract.ts';
import { ImportNotes } from '../sheets/contract.ts';

/** What crosses the wire about bringing units and people in by the table. Pure. */
const Uuid = z.uuid();
const cell = z.string().max(400).default('');

export const UnitField = z.enum([
  'name',
  'shortName',
  'kind',
  'parent',
  'aliases',
  'address',
  'phone',
  'longitude',
  'latitude',
]);
export type UnitField = z.infer<typeof UnitField>;
export const PersonField = z.enum(['name', 'login', 'unit', 'role', 'title']);

/**
 * A unit as a table or a person says it, in the words that they used. `id` names the unit and the act that adds it; `n` is the row
 * in the file, 0 for one that was typed; `unvalued` the cells whose formula has no value in the file.
 */
export const UnitLine = z.strictObject({
  id: NewId,
  n: z.int().min(0),
  name: cell,
  shortName: cell,
  kind: cell,
  parent: cell,
  aliases: cell,
  address: cell,
  phone: cell,
  /** Degrees (WGS 84), as they stand in the table. */
  longitude: cell,
  latitude: cell,
  unvalued: z.array(UnitField).max(10).default([]),
});
export type UnitLine = z.infer<typeof UnitLine>;

/** Somebody with a seat, as a table says it. `id` names the account, `seat` the seat; a second seat is a second line. */
export const PersonLine = z.strictObject({
  id: NewId,
  seat: NewId,
  n: z.int().min(0),
  name: cell,
  login: cell,
  unit: cell,
  role: cell,
  title: cell,
  unvalued: z.array(PersonField).max(10).default([]),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const MOST_UNITS = 2000;
export const MOST_PEOPLE = 5000;

/** Units and people as they are to be brought in, not judged. */
export const Roster = z.strictObject({
  units: z.array(UnitLine).max(MOST_UNITS).default([]),
  people: z.array(PersonLine).max(MOST_PEOPLE).default([]),
});
export type Roster = z.infer<typeof Roster>;

/** A file as it was read. `unused`: heads of columns that the register has no place for; `notes`: what to know of the file besides. */
export const RosterRead = Roster.extend({ unused: z.array(z.string()), notes: ImportNotes });
export type RosterRead = z.infer<typeof RosterRead>;

/** Something about a line: a `fault` keeps everything from being brought in, a `doubt` wants to be seen. */
const issueOf = <F extends z.ZodType>(field: F) =>
  z.object({ field, level: z.enum(['fault', 'doubt']), detail: z.string() });
/** `there`: the register has it already, and nothing is done. */
export const LineState = z.enum(['new', 'there', 'fault']);
export type LineState = z.infer<typeof LineState>;

export const JudgedUnit = z.object({
  id: Uuid,
  state: LineState,
  kind: UnitKind.nullable(),
  /** The unit above, by its name. */
  parent: z.string().nullable(),
  /** Where it is found and how it is called, as the line says it; null where it says nothing that can be kept. */
  located: Located.nullable(),
  issues: z.array(issueOf(UnitField)),
});
export type JudgedUnit = z.infer<typeof JudgedUnit>;

export const JudgedPerson = z.object({
  /** The seat's id: somebody may have several lines. */
  seat: Uuid,
  state: LineState,
  /** As given, or as made from the name. */
  login: z.string(),
  role: SeatRole.nullable(),
  unit: z.string().nullable(),
  /** Whether an account is opened, or another seat for one that is there. */
  account: z.enum(['new', 'known']),
  issues: z.array(issueOf(PersonField)),
});
export type JudgedPerson = z.infer<typeof JudgedPerson>;

/** What each line would do, and how much in all. */
export const RosterPlan = z.object({
  units: z.array(JudgedUnit),
  people: z.array(JudgedPerson),
  adds: z.object({ units: z.int(), accounts: z.int(), seats: z.int() }),
  there: z.int(),
  faults: z.int(),
});
export type RosterPlan = z.infer<typeof RosterPlan>;

/** How much of a roster the register has under its own ids: the same request sent again answers the same. */
export const RosterDone = z.object({ units: z.int(), accounts: z.int(), seats: z.int() });
export type RosterDone = z.infer<typeof RosterDone>;

/** The table as it stands, to be filled up; `above`: also with a supervision office and a leader of the city. */
export const AskLacking = Roster.extend({ above: z.boolean().default(false) });
export type AskLacking = z.infer<typeof AskLacking>;

/** Lines for the seats that neither the register nor the table has: of each unit a handler and a head, and those of the city. */
export const LackingSeats = z.object({ people: z.array(PersonLine) });
export type LackingSeats = z.infer<typeof LackingSeats>;
