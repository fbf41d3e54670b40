import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';

/** What crosses the wire about the register of debarments. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();
const words = (most: number) => z.string().trim().min(1).max(most);

export const DebarredKind = z.enum(['person', 'enterprise']);
export type DebarredKind = z.infer<typeof DebarredKind>;

/** What whoever is to be entered said to it: heard; waived in writing; silent until the time to ask for it was over. */
const HearingHow = z.enum(['heard', 'waived', 'silent']);

/** What tells who somebody is, and why: sealed wherever it is kept. `code`: credit code or identity number. */
const Told = z.strictObject({
  name: words(120),
  code: words(40),
  grounds: words(4000),
  decision: z.strictObject({ number: words(80), body: words(120) }),
  said: z.string().trim().max(4000).nullable().default(null),
});
export type Told = z.output<typeof Told>;

export const ProposeDebarment = z.strictObject({
  id: NewId,
  kind: DebarredKind,
  told: Told,
  /** The decision document. */
  file: Uuid,
  decidedOn: Day,
  noticedOn: Day,
  hearing: z.strictObject({ how: HearingHow, on: Day }),
  from: Day,
  until: Day,
});
export type ProposeDebarment = z.output<typeof ProposeDebarment>;

const none = z.strictObject({});
const because = { reason: words(2000) };
const act = <K extends string, G extends z.ZodType>(kind: K, given: G) =>
  z.strictObject({ id: NewId, kind: z.literal(kind), given });

const By = z.enum(['review', 'reconsideration', 'court']);
/** What follows where somebody contests too late what is over: it is declined in writing, passed on to whoever decides on it, or looked into of one’s own accord. */
const LateFollows = z.enum(['declined', 'passed-on', 'looked-into']);

/** What was served: the decision, or that of its reconsideration, from which a court's days run. */
const ServiceOf = z.enum(['decision', 'reconsideration']);
export type ServiceOf = z.infer<typeof ServiceOf>;
/** By hand, by post, by public notice, electronically. */
const ServiceHow = z.enum(['in-person', 'post', 'notice', 'electronic']);
export type ServiceHow = z.infer<typeof ServiceHow>;
/** That a decision was served, with its proof; `reason`: why what was noted before is put right. */
const NoteService = z.strictObject({
  of: ServiceOf,
  on: Day,
  how: ServiceHow,
  file: Uuid,
  reason: words(2000).nullable().default(null),
});
export type NoteService = z.output<typeof NoteService>;

/**
 * What may be done to an entry. `note-service`: when and how the decision was served, from which the days to contest it run. A review is asked of this office, an appeal made to another body: which, `to`. `note-late`: that a debarment which is
 * over was contested after its days; it changes nothing of it.
 */
export const DebarmentAct = z.discriminatedUnion('kind', [
  act('approve', none),
  act('refuse', z.strictObject(because)),
  act('note-service', NoteService),
  act('ask-review', z.strictObject({ on: Day, ...because })),
  act(
    'decide-review',
    z.strictObject({
      outcome: z.enum(['upheld', 'shortened', 'lifted']),
      until: Day.nullable().default(null),
      ...because,
    }),
  ),
  act('appeal', z.strictObject({ to: z.enum(['reconsideration', 'court']), on: Day, ...because })),
  act(
    'end-appeal',
    z.strictObject({
      outcome: z.enum(['upheld', 'shortened', 'annulled', 'dropped']),
      on: Day,
      until: Day.nullable().default(null),
      ...because,
    }),
  ),
  act('note-late', z.strictObject({ by: By, on: Day, follows: LateFollows, ...because })),
  act('lift', z.strictObject({ on: Day, ...because })),
]);
export type DebarmentAct = z.output<typeof DebarmentAct>;
export type DebarmentActKind = DebarmentAct['kind'];

export const DebarmentStage = z.enum(['proposed', 'refused', 'to-come', 'standing', 'expired', 'lifted']);
export type DebarmentStage = z.infer<typeof DebarmentStage>;

const Hand = z.object({ who: z.string(), at: Instant });
export type Hand = z.infer<typeof Hand>;

/** `last`: null where no service is noted, and no day can be told; `atLeast`: of an entry from before services were noted, counted from the decision, and that day at the earliest. */
const ContestWay = z.object({ by: By, last: Day.nullable(), atLeast: z.boolean(), open: z.boolean() });
export type ContestWay = z.infer<typeof ContestWay>;

const Noted = z.object({ on: Day, how: ServiceHow });
/** What is noted of services. `asked`: the entry is of a time in which they are; of one from before nobody can say whether it was served. */
const Services = z.object({
  asked: z.boolean(),
  decision: Noted.nullable(),
  reconsideration: Noted.nullable(),
  /** When the decision was reconsidered; null where it was not. */
  reconsideredOn: Day.nullable(),
});
export type Services = z.infer<typeof Services>;

/** An entry without what tells who it is; `acts`: what this seat may do to it today, or why not; `contest`: until when its decision may be contested, by which way. */
export const DebarmentRow = z.object({
  id: Uuid,
  kind: DebarredKind,
  stage: DebarmentStage,
  from: Day,
  until: Day,
  decidedOn: Day,
  noticedOn: Day,
  hearing: z.object({ how: HearingHow, on: Day }),
  proposed: Hand,
  approved: Hand.nullable(),
  review: z.enum(['asked', 'upheld', 'shortened', 'lifted']).nullable(),
  appeal: z.enum(['made', 'upheld', 'shortened', 'annulled', 'dropped']).nullable(),
  liftedOn: Day.nullable(),
  acts: z.array(z.object({ kind: z.string(), allowed: z.boolean(), why: z.string().nullable() })),
  contest: z.array(ContestWay),
  service: Services,
});
export type DebarmentRow = z.infer<typeof DebarmentRow>;

/** `day`: only those who were debarred on it, by what is known today. */
export const DebarmentQuery = z.object({ day: Day.optional(), after: Uuid.optional() });
export const DebarmentList = z.object({ rows: z.array(DebarmentRow), next: Uuid.nullable(), mayPropose: z.boolean() });
export type DebarmentList = z.infer<typeof DebarmentList>;

/** A look into one entry. `extract`: it is taken away on paper. */
export const LookAt = z.strictObject({ id: NewId, purpose: words(200), way: z.enum(['look', 'extract']) });
/** Whether somebody was debarred on a day. */
export const SearchDebarred = z.strictObject({
  id: NewId,
  purpose: words(200),
  kind: DebarredKind,
  code: words(40),
  day: Day,
});

/** That it was contested too late: on which day, when the last day was, how many days after it, and what follows. */
export const LateContest = z.object({ by: By, on: Day, last: Day, days: z.int(), follows: LateFollows });
export type LateContest = z.infer<typeof LateContest>;

/** What an act said besides its reason: what was served and how, the day it is about, to whom an appeal was made, how a review or an appeal ended, and until when the term runs since. */
const StepFacts = z.object({
  of: ServiceOf.nullable(),
  how: ServiceHow.nullable(),
  on: Day.nullable(),
  to: z.enum(['reconsideration', 'court']).nullable(),
  outcome: z.enum(['upheld', 'shortened', 'lifted', 'annulled', 'dropped']).nullable(),
  until: Day.nullable(),
});
export type StepFacts = z.infer<typeof StepFacts>;

const KeptFile = z.object({ id: Uuid, name: z.string(), size: z.int() });
const DebarmentStep = z.object({
  kind: z.string(),
  facts: StepFacts,
  who: z.string(),
  at: Instant,
  reason: z.string().nullable(),
  late: LateContest.nullable(),
  /** Of a service, its proof. */
  file: KeptFile.nullable(),
});
export const DebarmentShown = z.object({
  row: DebarmentRow,
  told: Told,
  file: KeptFile,
  steps: z.array(DebarmentStep),
  /** Who looked before, the newest first. */
  looks: z.array(z.object({ who: z.string(), at: Instant, way: z.string(), purpose: z.string() })),
});
export type DebarmentShown = z.infer<typeof DebarmentShown>;
/** Who was debarred on a day: `found` by what is known now, `then` by what was known at the end of that day, which may be another thing once something was annulled or entered later. */
export const FoundDebarred = z.object({ found: z.array(DebarmentShown), then: z.array(DebarmentShown) });
export type FoundDebarred = z.infer<typeof FoundDebarred>;
