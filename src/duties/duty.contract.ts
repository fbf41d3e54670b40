import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';

/** What crosses the wire about who is on duty when. Days are the city's. */
const Uuid = z.uuid();
const Day = z.iso.date();

/** On which days of the week (1 is Monday) so many of a unit are on duty, from a day on. */
export const DutyRule = z.strictObject({
  unit: Uuid,
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  people: z.int().min(1).max(20),
  since: Day,
});
export type DutyRule = z.infer<typeof DutyRule>;
export const NewDutyRule = DutyRule.extend({ id: NewId });
export type NewDutyRule = z.output<typeof NewDutyRule>;

export const DutyQuery = z.object({ unit: Uuid, from: Day, to: Day });
/** Who is on duty on a day. */
export const DutyDay = z.object({ day: Day, people: z.array(z.object({ seat: Uuid, name: z.string() })) });
/** `skipped`: days of duty by the rule that fall on a day off. */
export const DutyRoster = z.object({
  rule: DutyRule.nullable(),
  days: z.array(DutyDay),
  skipped: z.array(Day),
});
export type DutyRoster = z.infer<typeof DutyRoster>;
