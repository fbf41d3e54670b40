import { z } from 'zod';
import { Located } from '../directory/contract.ts';
import { CreditCode } from '../directory/enterprises/enterprise.contract.ts';
import { NewId } from '../kernel/contract.ts';
import { ActKind, Named, Phase } from '../mechanism/contract.ts';
import { MOST_FILES } from './files.rules.ts';

/** What crosses the wire at the counter: for whoever has no seat in the city, and raises a matter, follows it, judges it. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

export const CityQuery = z.object({ city: z.coerce.number().int().positive().optional() });

/** A kind of matter that anybody may raise, and what the city promises of it: its clocks by name. */
export const OpenMechanism = z.object({
  key: z.string(),
  name: Named,
  promises: z.array(z.object({ name: Named, limit: z.string() })),
  /** What it may be about: the uppermost categories in use. */
  categories: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string().nullable() })),
});

/** What the counter of a city has open. */
export const Counter = z.object({
  city: z.int(),
  name: z.string(),
  nameEn: z.string(),
  mechanisms: z.array(OpenMechanism),
  /** What is raised without a name and read by named seats alone. */
  sealed: z.array(
    z.object({
      key: z.string(),
      name: Named,
      /** Where else to turn with what concerns those who take it in, in the city's own words; null: in the page's. */
      elsewhere: Named.nullable(),
    }),
  ),
  /** The counties and towns of the city, by name: what a place begins with. */
  places: z.array(z.string()),
  /** Whether there is a map to point at (`/api/counter/map`). */
  map: z.boolean(),
});
export type Counter = z.infer<typeof Counter>;

const contact = z.string().trim().min(1).max(254);

/** Asks for a one-time code, which is sent where the enterprise has confirmed that contact. */
export const AskCode = z.strictObject({ enterprise: CreditCode, contact });
export const CodeAsked = z.object({ challenge: Uuid, minutes: z.int() });

/** Signing in: by a code that was sent, by the number of an appeal and its code, by a link that was sent. */
export const CounterSignIn = z.union([
  z.strictObject({
    challenge: Uuid,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/u, 'counter.code-malformed'),
  }),
  z.strictObject({ number: z.string().trim().min(1).max(60), pass: z.string().trim().min(1).max(30) }),
  // Whatever stands in its place: a link that a message has cut short is one that is over, and told as that.
  z.strictObject({ link: z.string().min(1).max(200) }),
]);

/** Who is signed in. `name`: of the enterprise; empty for others. `matter`: the only one that is open; null: all of theirs. */
export const CounterSession = z.object({ name: z.string(), matter: Uuid.nullable() });
export type CounterSession = z.infer<typeof CounterSession>;

/** A code by which a matter is followed: ten signs, none of which looks like another; made by whoever sends it. */
export const PassCode = z.string().regex(/^[34679ACDEFGHJKMNPQRTUVWXY]{10}$/u, 'counter.pass-malformed');

/**
 * An appeal to be raised. `id` names the act and the matter; `by` names whoever raises it without having signed in, and `pass` is
 * the code by which they will follow it: made by the sender, so that a request sent again leads to the same.
 */
export const NewAppeal = z.strictObject({
  id: NewId,
  mechanism: z.string().max(60),
  text: z.string().trim().min(4).max(4000),
  place: z.string().trim().max(200).nullish(),
  /** Where the sender's phone is, in degrees (WGS 84), where they asked it to say so. */
  point: z.strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }).nullish(),
  /** The code of a category that the sender thinks fitting. */
  category: z.string().trim().max(40).nullish(),
  confidential: z.boolean().default(false),
  unnamed: z.boolean().default(false),
  /** Whether question and answer may be published, without what is personal; left out: not asked. */
  consents: z.boolean().nullish(),
  /** That it is the same as one of others that is open, to be joined to that: the id of the note that says so. */
  same: NewId.nullish(),
  files: z.array(Uuid).max(MOST_FILES).default([]),
  by: z
    .strictObject({
      id: NewId,
      pass: PassCode,
      kind: z.enum(['enterprise', 'person', 'unknown']).default('unknown'),
      enterprise: CreditCode.nullish(),
      contact: contact.nullish(),
    })
    .nullish(),
});
export type NewAppeal = z.output<typeof NewAppeal>;
export const AppealRaised = z.object({ id: Uuid, number: z.string() });
export type AppealRaised = z.infer<typeof AppealRaised>;

const AppealRow = z.object({
  id: Uuid,
  number: z.string(),
  text: z.string(),
  stage: Named,
  phase: Phase,
  registeredAt: Instant,
  /** The day on which it was done with; null while it is not. */
  closedOn: Day.nullable(),
});
export type AppealRow = z.infer<typeof AppealRow>;
export const AppealPage = z.object({ rows: z.array(AppealRow), next: Uuid.nullable() });
export type AppealPage = z.infer<typeof AppealPage>;

/** An answer that everybody may read: what a clerk wrote of it for that, and nothing else of its matter. */
export const PublishedAnswer = z.object({
  id: Uuid,
  question: z.string(),
  answer: z.string(),
  /** The uppermost category that it stands under. */
  category: z.object({ zh: z.string(), en: z.string().nullable() }).nullable(),
  day: Day,
});
export type PublishedAnswer = z.infer<typeof PublishedAnswer>;
export const AnswerQuery = CityQuery.extend({
  /** A fragment of question or answer. */
  q: z.string().trim().max(100).default(''),
  category: z.string().trim().max(40).optional(),
  before: Uuid.optional(),
});
/** What was answered to others and may be read by everybody, newest first. */
export const AnswerPage = z.object({ rows: z.array(PublishedAnswer), next: Uuid.nullable() });
export type AnswerPage = z.infer<typeof AnswerPage>;

/** What is open and like what is being written: one's own, and how many of others, five at most. */
export const AlikeAppeals = z.object({
  own: z.array(z.object({ id: Uuid, number: z.string() })),
  others: z.int(),
  /** What was answered to others on the same. */
  answers: z.array(PublishedAnswer),
});
export type AlikeAppeals = z.infer<typeof AlikeAppeals>;

/** One thing that was said, as the originator is told: by them, or by a unit to them. */
export const Said = z.object({
  id: Uuid,
  kind: z.enum([
    'register',
    'inquire',
    'reply',
    /** That another of those who raised the same has replied; without words. */
    'replied',
    'promise',
    'answer',
    'evaluate',
    'note',
    'close',
    'callback',
    'reopen',
    'exclude',
    /** That it goes on together with another, and by itself again. */
    'join',
    'part',
  ]),
  at: Instant,
  /** The unit that said it; null: the originator themselves, the office, or a leader of the city (`mayor`), who is not named. */
  unit: z.string().nullable(),
  mayor: z.boolean(),
  mine: z.boolean(),
  text: z.string(),
  /** Of a promise: by when. */
  day: Day.nullable(),
  /** Of a judgement. */
  stars: z.int().nullable(),
  solved: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
});
export type Said = z.infer<typeof Said>;

/** An appeal as whoever raised it sees it. */
export const AppealView = z.object({
  id: Uuid,
  number: z.string(),
  /** What the city calls what was raised: the name of its mechanism. */
  kind: Named,
  text: z.string(),
  place: z.string().nullable(),
  /** Where a picture lies that they put elsewhere. */
  media: z.string().nullable(),
  /** Where somebody pointed on the map, in degrees (WGS 84). */
  point: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
  stage: Named,
  phase: Phase,
  confidential: z.boolean(),
  /** The units are not shown that the reader raised it. */
  unnamed: z.boolean(),
  registeredAt: Instant,
  /** Where the matter stands that it was joined to and goes on in; null where it goes its own way. */
  joined: z.object({ stage: Named, phase: Phase }).nullable(),
  /** The unit that answers for it; null while nobody does. */
  lead: z.string().nullable(),
  /** Those who help the unit with it, by title and name; `kind`: what the mechanism calls those of that title. */
  helpers: z.array(z.object({ kind: Named.nullable(), title: z.string(), name: z.string() })),
  due: Day.nullable(),
  workdaysLeft: z.int().nullable(),
  paused: z.boolean(),
  /** The stages that it went through, newest last. */
  way: z.array(z.object({ stage: Named, from: Instant })),
  said: z.array(Said),
  /** What they sent themselves (`mine`), and what came with an answer, by the act that brought it. */
  files: z.array(
    z.object({
      id: Uuid,
      act: Uuid,
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      erased: z.boolean(),
      mine: z.boolean(),
    }),
  ),
  /** Whether named seats alone read it: files are then sent to be sealed. */
  sealed: z.boolean(),
  /** What may be done now. */
  may: z.array(z.enum(['reply', 'evaluate', 'note', 'attach'])),
  /** Whether they have said if it may be published. */
  askedToPublish: z.boolean(),
  /** Where the matter stands in which an act of theirs is done. */
  seq: z.int(),
  /** Grows with all that is new on the page, also as it is joined to another and parted again. */
  newest: z.int(),
});
export type AppealView = z.infer<typeof AppealView>;

/** Which part of the public list: what stands on it, or what was taken off it lately. */
export const ListedQuery = CityQuery.extend({
  part: z.enum(['standing', 'done']).default('standing'),
  after: z.string().max(120).optional(),
});

/** One line of the list that everybody reads: what the city promises to whom it concerns, and nothing of who they are. */
export const ListedRow = z.object({
  number: z.string(),
  title: z.string(),
  /** The unit that answers for it. */
  lead: z.string().nullable(),
  /** By when the supervision office wants it done; what stood still meanwhile is in it. */
  until: Day,
  /** Of what is done, whether the unit had answered by then; null while it stands, and of what was taken off before that was kept. */
  kept: z.boolean().nullable(),
  /** Working days until then, negative when it has passed; null of what is done. While `paused`, as many as when it began to stand still. */
  workdaysLeft: z.int().nullable(),
  paused: z.boolean(),
  /** What the unit itself promised, and by when; its words are null where something in them may tell who somebody is. `kept` as above. */
  promise: z.object({ text: z.string().nullable(), by: Day, kept: z.boolean().nullable() }).nullable(),
  /** The day since which it is listed. */
  since: Day,
  /** The day on which it was found to be done, and what came of it. */
  doneOn: Day.nullable(),
  result: z.string().nullable(),
});
export type ListedRow = z.infer<typeof ListedRow>;
export const ListedPage = z.object({ rows: z.array(ListedRow), next: z.string().nullable() });
export type ListedPage = z.infer<typeof ListedPage>;

/** Who is on duty today at the stations of the city; `hours` by its clock, `next` the day of duty after today. */
export const DutyToday = z.object({
  day: Day,
  stations: z.array(
    z.object({
      name: z.string(),
      hours: z.object({ from: z.string(), until: z.string() }).nullable(),
      people: z.array(z.object({ name: z.string(), title: z.string() })),
      next: Day.nullable(),
      /** Whether the hours of today are over. */
      over: z.boolean(),
      /** Where it is and how it is called, as far as the city has entered it. */
      located: Located.optional(),
    }),
  ),
});
export type DutyToday = z.infer<typeof DutyToday>;

/** An act of the originator. */
export const AppealAct = z.strictObject({
  id: NewId,
  kind: ActKind,
  seen: z.int().min(0).optional(),
  given: z.record(z.string(), z.unknown()),
});
