import { z } from 'zod';
import { ActKind } from '../../mechanism/contract.ts';
import { Part } from '../life/unit.contract.ts';
import { NamedSeat } from '../mentions/mention.contract.ts';

/** What crosses the wire about a matter's past. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/**
 * Who did something: by name, and the unit that they acted for or sit in, else the seat's title, e.g. 副市长. Of those who raised
 * the matter only that it was one of them.
 */
export const Doer = z.object({
  who: z.string(),
  unit: Uuid.nullable(),
  office: Uuid.nullable(),
  title: z.string(),
  originator: z.literal(true).optional(),
});
export type Doer = z.infer<typeof Doer>;

const words = { from: z.string().nullable(), to: z.string().nullable() };
const units = { unit: Uuid };

/** One thing that an act made different, with what it was before: what a reader would otherwise have to look up. */
export const Change = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['text', 'area', 'aim', 'wanted']), ...words }),
  /** The money at stake, in fen. */
  z.object({ of: z.literal('amount'), from: z.int().nullable(), to: z.int().nullable() }),
  /** How much it counts beside its like: an exact decimal. */
  z.object({ of: z.literal('weight'), from: z.string().nullable(), to: z.string().nullable() }),
  z.object({ of: z.enum(['confidential', 'green']), from: z.boolean(), to: z.boolean() }),
  /** The day that the matter names. */
  z.object({ of: z.literal('due'), from: Day, to: Day }),
  z.object({ of: z.literal('came'), ...units, part: Part }),
  z.object({ of: z.literal('left'), ...units, part: Part }),
  z.object({ of: z.literal('part'), ...units, from: Part, to: Part }),
  /** An open clock's day. `unit` null: the supervision office's. */
  z.object({ of: z.literal('clock'), clock: z.string(), unit: Uuid.nullable(), from: Day, to: Day }),
  /** The day asked for by a unit, against the day on which it is due. */
  z.object({ of: z.literal('asked'), ...units, from: Day, to: Day }),
  /** What a matter that is parted takes along: which unit had answered in the other, on which day, and how one who raised it judged that. */
  z.object({
    of: z.literal('judged'),
    ...units,
    day: Day,
    stars: z.int(),
    solved: z.boolean(),
    satisfied: z.boolean(),
  }),
]);
export type Change = z.infer<typeof Change>;

/**
 * One stretch of the way here: a stage, from when until when, who led the matter there by which act, and the working days that
 * it stood there. Null where it stands for good.
 */
export const Leg = z.object({
  stage: z.string(),
  seq: z.int(),
  kind: z.string(),
  from: Instant,
  until: Instant.nullable(),
  workdays: z.int().nullable(),
  ...Doer.shape,
});
export type Leg = z.infer<typeof Leg>;

/** What a unit said last: a report, an answer, the reason of a refusal or of a wish for more time. */
export const LastWord = z.object({ seq: z.int(), kind: ActKind, at: Instant, text: z.string(), ...Doer.shape });
export type LastWord = z.infer<typeof LastWord>;

/**
 * What happened to a clock besides running. Shares are of the working days from its start to its end: the due day, or of a
 * clock that stands still the day on which it would run out if it went on now.
 */
export const ClockPast = z.object({
  /** Stretches in which it stood still; `until` null: it does so now. */
  pauses: z.array(z.object({ from: Day, until: Day.nullable(), share: z.tuple([z.number(), z.number()]) })),
  /** Other days that it was given, by which kind of act; `share`: where the former day lies. */
  moves: z.array(z.object({ from: Day, to: Day, on: Day, kind: z.string(), share: z.number() })),
});
export type ClockPast = z.infer<typeof ClockPast>;

/** One act of the story. `given` is what the person gave; `effects` what followed; `changes` what is other than before. */
export const StoryAct = z.object({
  id: Uuid,
  seq: z.int(),
  kind: z.string(),
  at: Instant,
  seat: Uuid.nullable(),
  ...Doer.shape,
  given: z.record(z.string(), z.unknown()),
  effects: z.array(z.record(z.string(), z.unknown())),
  changes: z.array(Change),
  /** Those whom it calls by name, as they were called then. */
  mentions: z.array(NamedSeat),
  /** The seat that it is about, as that was called then: the one raised to, the one asked to help. */
  seated: NamedSeat.nullable(),
  /** The category that it filed the matter under, from the top of the scheme down, as it was called then. */
  filed: z.array(z.object({ zh: z.string(), en: z.string().nullable() })).optional(),
  /** The number of the matter that was joined to this one, of whose originators it was; left out of all that others did. */
  joinedFrom: z.string().optional(),
  hash: z.string(),
});
export type StoryAct = z.infer<typeof StoryAct>;
