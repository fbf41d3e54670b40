import { z } from 'zod';
import { Named, Phase } from '../../mechanism/contract.ts';
import { ClockSlip, ClockView } from '../life/clock.contract.ts';
import { PressMarks } from '../pressing/pressing.contract.ts';

/** What crosses the wire of a matter in any list. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

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
  /** It is for named seats alone, and no unit leads it; left out of all others. */
  sealed: z.literal(true).optional(),
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
  /** The day on which it was closed: struck off, or ended otherwise; left out of all that is open. */
  closedOn: Day.optional(),
  /** The session that was arranged and not held yet: its day and time of day; left out where there is none. */
  meeting: z.object({ on: Day, from: z.string().nullable() }).optional(),
  /** The number of the matter that it stands below; left out of what stands for itself. */
  below: z.string().optional(),
  /** A draft of the reader’s own unit waits for its head; left out of all others. */
  drafted: z.literal(true).optional(),
  /**
   * Whoever raised it takes it for the same as another that is open; for overseers, while it waits to be compared and assigned. Left out of all
   * others.
   */
  same: z.literal(true).optional(),
  /** How often it was refused. */
  bounces: z.int(),
  seq: z.int(),
  registeredAt: Instant,
  updatedAt: Instant,
});
export type MatterRow = z.infer<typeof MatterRow>;
