import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { SeatRole } from '../../platform/identity/contract.ts';

/** What crosses the wire about people and the seats that they sit on. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const title = z.string().trim().max(100).default('');
const name = z.string().trim().min(1).max(60);

/** A seat to be opened: an account acts for a unit, or above the units, in a role. `id` names seat and act. */
export const NewSeat = z.object({
  id: NewId,
  account: Uuid,
  unit: Uuid.nullable().default(null),
  role: SeatRole,
  title,
});
export type NewSeat = z.input<typeof NewSeat>;

/** An act on a seat. Handing it over leaves the seat and all its work as it is: from now on another sits there. */
export const SeatAct = z.discriminatedUnion('kind', [
  z.strictObject({ id: NewId, kind: z.literal('hand-over'), given: z.strictObject({ account: Uuid }) }),
  z.strictObject({ id: NewId, kind: z.literal('retitle'), given: z.strictObject({ title }) }),
  z.strictObject({ id: NewId, kind: z.literal('end'), given: z.strictObject({}) }),
]);
export type SeatAct = z.infer<typeof SeatAct>;

/** Who sat on a seat, from when to when; null: still. */
export const Tenure = z.object({
  account: Uuid,
  name: z.string(),
  unit: Uuid.nullable(),
  title: z.string(),
  from: Instant,
  until: Instant.nullable(),
});
export type Tenure = z.infer<typeof Tenure>;

export const Seat = z.object({
  id: Uuid,
  account: Uuid,
  name: z.string(),
  unit: Uuid.nullable(),
  role: SeatRole,
  title: z.string(),
  from: Instant,
  until: Instant.nullable(),
  /** Oldest first; the last is who sits there now, or sat there last. */
  tenures: z.array(Tenure),
});
export type Seat = z.infer<typeof Seat>;
export const SeatList = z.object({ rows: z.array(Seat) });
/** The seats of a unit (`none`: those above the units), ended ones too; or those that an account holds or held. */
export const SeatQuery = z.object({ unit: z.union([Uuid, z.literal('none')]).optional(), account: Uuid.optional() });

/** Somebody with an account. */
export const Person = z.object({
  id: Uuid,
  login: z.string(),
  name: z.string(),
  openedAt: Instant,
  disabledAt: Instant.nullable(),
  /** The password is a first one or was reset, and has not been changed yet. */
  mustChange: z.boolean(),
  /** False until the first password is made, as of people who were brought in by a table. */
  hasPassword: z.boolean(),
  /** Seats that are held now. */
  seats: z.array(z.object({ id: Uuid, unit: Uuid.nullable(), role: SeatRole, title: z.string() })),
});
export type Person = z.infer<typeof Person>;
export const PersonPage = z.object({ rows: z.array(Person), next: z.string().nullable() });
export type PersonPage = z.infer<typeof PersonPage>;
/** People in the order of their logins. `q` is part of a name or login; `without` asks for those who hold no seat, or have no password yet. */
export const PersonQuery = z.object({
  q: z.string().trim().max(60).optional(),
  without: z.enum(['seat', 'password']).optional(),
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** An account to be opened, and the seat that goes with it, if it is known already. `id` names account and act. */
export const NewPerson = z.object({
  id: NewId,
  login: z.string().trim().min(2).max(64),
  name,
  seat: NewSeat.omit({ account: true }).nullable().default(null),
});
export type NewPerson = z.infer<typeof NewPerson>;

export const PersonAct = z.discriminatedUnion('kind', [
  z.strictObject({ id: NewId, kind: z.literal('rename'), given: z.strictObject({ name }) }),
  z.strictObject({ id: NewId, kind: z.literal('disable'), given: z.strictObject({}) }),
  z.strictObject({ id: NewId, kind: z.literal('enable'), given: z.strictObject({}) }),
  z.strictObject({ id: NewId, kind: z.literal('reset-password'), given: z.strictObject({}) }),
]);
export type PersonAct = z.infer<typeof PersonAct>;

/**
 * What an act on an account answers. `password` is the one to hand over, told this once and stored nowhere; null where none
 * was made, or where the same act was sent before: then another reset makes another.
 */
export const PersonDone = z.object({ id: Uuid, password: z.string().nullable() });
export type PersonDone = z.infer<typeof PersonDone>;

/** Makes first passwords for many; each `id` names an act. Fifty at once: a hash is slow on purpose. */
export const HandOut = z.strictObject({
  acts: z
    .array(z.strictObject({ id: NewId, account: Uuid }))
    .min(1)
    .max(50),
});
export const HandedOut = z.object({ rows: z.array(PersonDone) });
export type HandedOut = z.infer<typeof HandedOut>;

/** Changing one's own password; the other sessions of the account end. */
export const ChangePassword = z.strictObject({
  id: NewId,
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});
