import { z } from 'zod';
import { Position } from '../live/contract.ts';

/** What a seat does in the city. */
export const SeatRole = z.enum(['supervisor', 'handler', 'head', 'mayor', 'administrator']);
export type SeatRole = z.infer<typeof SeatRole>;

/** As whom somebody acts: from a seat, or as the originator who raised a matter. */
export const Role = z.enum([...SeatRole.options, 'originator']);
export type Role = z.infer<typeof Role>;

/**
 * Who acts: the seat is the subject of every policy, the account merely sits on it. Of an originator, who sits on none, both are
 * the id under which they raise matters, and there is no unit.
 */
export const Caller = z.object({
  city: z.int(),
  account: z.uuid(),
  seat: z.uuid(),
  role: Role,
  /** The seat's unit; null for a seat above the units, such as a mayor's. */
  unit: z.uuid().nullable(),
  /** The seat's unit and all units below it. */
  units: z.array(z.uuid()).readonly(),
  name: z.string(),
  title: z.string(),
});
export type Caller = Readonly<z.infer<typeof Caller>>;
/** Somebody who acts from a seat. */
export type SeatCaller = Caller & { readonly role: SeatRole };

export const SignIn = z.strictObject({ login: z.string().trim().min(1).max(64), password: z.string().min(1).max(256) });
export type SignIn = z.infer<typeof SignIn>;

/** A seat that the account may take. */
export const SeatChoice = z.object({ id: z.uuid(), role: SeatRole, title: z.string(), unit: z.uuid().nullable() });
export type SeatChoice = z.infer<typeof SeatChoice>;

export const TakeSeat = z.strictObject({ seat: z.uuid() });

/** Who is signed in, on which seat, and the seats to change to. */
export const SessionView = z.object({
  caller: Caller.extend({ role: SeatRole }),
  cityName: z.string(),
  /** Empty where the city has no name in English. */
  cityNameEn: z.string(),
  seats: z.array(SeatChoice),
  /** The password must be changed before anything else: `PUT /api/session/password`. */
  mustChange: z.boolean(),
  /** Where to begin to listen, so that what is read from now on misses nothing; null where there is no live line. */
  position: Position.nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

/** A session just opened. `token` is for scripts (`Authorization: Bearer …`); a browser has it as a cookie already. */
export const SessionOpened = SessionView.extend({ token: z.string(), expiresAt: z.iso.datetime() });
