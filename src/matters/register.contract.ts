import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';
import { Demand, Named, Side } from '../mechanism/contract.ts';
import { Given } from './life/given.contract.ts';
import { TargetsView } from './targets/target.contract.ts';

/** What crosses the wire where a matter is registered by hand. */

/**
 * Registers a matter by hand, adds files to it, and assigns it where units are named. `id` names the act and becomes the
 * matter's id. `round`: the meeting that it belongs to and is numbered in, of a mechanism that has rounds.
 */
export const RegisterMatter = z.strictObject({
  id: NewId,
  mechanism: z.string().max(60),
  round: z.uuid().nullish(),
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
  /** Whether the seat may join one that was just registered to another. */
  mayJoin: z.boolean(),
  /** Whether the seat may read what it has registered: whoever takes down for the office may not. */
  mayRead: z.boolean(),
  /** Whether somebody raises its matters, and is answered to. */
  originators: z.boolean(),
  /** Whether what was answered may be published, with the consent of whoever raised it. */
  publishes: z.boolean(),
  /** The ways by which its matters are raised, and the key of the scheme that they are classified by. */
  channels: z.record(z.string(), Named),
  scheme: z.string().nullable(),
  /** The sides on which its parties stand; null where it has none. */
  sides: z.record(z.string(), Side).nullable(),
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
