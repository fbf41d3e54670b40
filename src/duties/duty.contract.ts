import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';
import { SheetFormat } from '../platform/sheets/contract.ts';

/** What crosses the wire about who is on duty when. Days are the city's, times its clock's. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/**
 * On which days of the week (1 is Monday) so many of a unit are on duty, from a day on until another rule begins. `eligible`: the seats that take part, all who
 * work there where it is absent. `hours`: when somebody is there. `titles`: of each of these one at least is there every day.
 */
export const DutyRule = z.strictObject({
  unit: Uuid,
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  people: z.int().min(1).max(20),
  since: Day,
  eligible: z.array(Uuid).min(1).max(500).optional(),
  hours: z.strictObject({ from: Time, until: Time }).optional(),
  titles: z.array(z.string().trim().min(1).max(120)).min(1).max(20).optional(),
});
export type DutyRule = z.infer<typeof DutyRule>;
/** A rule as it holds. `ends`: the first day on which it holds no more, though no other begins; it goes on where it is absent. */
export const HeldRule = DutyRule.extend({ ends: Day.optional() });
export type HeldRule = z.infer<typeof HeldRule>;
export const NewDutyRule = DutyRule.extend({ id: NewId });
export type NewDutyRule = z.output<typeof NewDutyRule>;

const Why = z.string().trim().min(1).max(500);
/** That a unit keeps nobody on duty any more, from a day on. */
const EndDuty = z.strictObject({ unit: Uuid, from: Day, reason: Why });
/** That a rule which was to begin on a day does not. */
const TakeBackDuty = z.strictObject({ unit: Uuid, since: Day, reason: Why });
/** What is done to the duties of a unit beside making a rule. */
export const DutyAct = z.discriminatedUnion('kind', [
  z.strictObject({ id: NewId, kind: z.literal('end-duty'), given: EndDuty }),
  z.strictObject({ id: NewId, kind: z.literal('take-back-duty'), given: TakeBackDuty }),
]);
export type DutyAct = z.output<typeof DutyAct>;

/** What was done to the rules of a unit. */
const DutyDone = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-duty'), given: DutyRule }),
  z.object({ kind: z.literal('end-duty'), given: EndDuty }),
  z.object({ kind: z.literal('take-back-duty'), given: TakeBackDuty }),
]);
export type DutyDone = z.infer<typeof DutyDone>;
/** What was done at a moment, and by whom; empty for the program itself. */
const DutyRuleThen = z.object({ id: Uuid, seq: z.int(), at: z.iso.datetime(), who: z.string(), done: DutyDone });
export const DutyRuleQuery = z.object({ unit: Uuid, before: z.coerce.number().int().min(2).optional() });
export type DutyRuleQuery = z.infer<typeof DutyRuleQuery>;
/** `next`: the older ones are asked for with it as `before`; null where there are none. */
export const DutyRules = z.object({ rows: z.array(DutyRuleThen), next: z.int().nullable() });
export type DutyRules = z.infer<typeof DutyRules>;

/** The units that keep people on duty. */
export const DutyUnits = z.object({ units: z.array(Uuid) });
export type DutyUnits = z.infer<typeof DutyUnits>;

export const DutyQuery = z.object({ unit: Uuid, from: Day, to: Day });
const Person = z.object({ seat: Uuid, name: z.string(), title: z.string() });
/** Who is on duty on a day; nobody where nobody who takes part held a seat then. */
const DutyDay = z.object({
  day: Day,
  people: z.array(Person),
  /** Its hours have passed, or the day where there are none: nobody can change it for another any more. */
  over: z.boolean(),
  /** Titles of which its rule wants somebody, and nobody is there: whoever had them has left, or takes part no more. */
  lacks: z.array(z.string()),
});

export const SwapStatus = z.enum(['asked', 'accepted', 'declined', 'withdrawn']);
/** Somebody's duty of `day` for another's of `otherDay`. */
export const DutySwap = z.object({
  id: Uuid,
  seat: Uuid,
  day: Day,
  other: Uuid,
  otherDay: Day,
  status: SwapStatus,
});
export type DutySwap = z.infer<typeof DutySwap>;
/** Asks a colleague to change a duty of one's own for one of theirs. */
export const NewDutySwap = z.strictObject({ id: NewId, day: Day, other: Uuid, otherDay: Day });
export type NewDutySwap = z.output<typeof NewDutySwap>;
/** What the one who was asked answers, or the one who asked takes back. */
export const SwapAnswer = z.enum(['accept-duty-swap', 'decline-duty-swap', 'withdraw-duty-swap']);
export type SwapAnswer = z.infer<typeof SwapAnswer>;
export const AnswerSwap = z.strictObject({ id: NewId, kind: SwapAnswer, given: z.strictObject({}) });

/**
 * `skipped`: days of duty by the rule that fall on a day off; `madeUp`: weekends of the span on which work is done. `staff`: whoever took
 * part or will, by who held the seats on each day, with how many duties of the span were theirs or will be, and how many from the beginning of its last year to its end; a seat that passed on stands there for each who held it. `reckoned`: the
 * holidays of some of its days are not published yet, and are taken from the weekends. `swaps`: asked for and not answered, for the unit's own people. `able`: for whoever may make the rule, who could take part.
 */
export const DutyRoster = z.object({
  /** Those that hold on some day of the span or come after it, in the order of their first days; none where the unit has no rule. */
  rules: z.array(HeldRule),
  days: z.array(DutyDay),
  skipped: z.array(Day),
  madeUp: z.array(Day),
  staff: z.array(Person.extend({ count: z.int(), year: z.int() })),
  reckoned: z.boolean(),
  swaps: z.array(DutySwap),
  mayRule: z.boolean(),
  /** Whether the caller may read how the rule came to be as it is. */
  mayLook: z.boolean(),
  able: z.array(Person),
});
export type DutyRoster = z.infer<typeof DutyRoster>;

/** A month's roster of a unit, as a file. */
export const ExportDuties = z.strictObject({
  id: NewId,
  format: SheetFormat,
  unit: Uuid,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u),
});
