import { z } from 'zod';
import { DECIMAL } from '../../kernel/contract.ts';
import { Catalogued, Stands } from '../catalogues/catalogue.contract.ts';
import { SlipColor, type ActKind } from '../../mechanism/contract.ts';
import { Fen, GivenClear, GivenRecuse, GivenParties } from '../parties/parties.contract.ts';
import { GivenConvening, GivenSession } from '../sessions/session.contract.ts';
import { GivenSettlement } from '../settlement/settlement.contract.ts';
import { Inspect } from '../gates/gate.contract.ts';
import { Media, Place } from '../raised/raised.contract.ts';
import { Recurs } from '../recurrence/recurrence.contract.ts';
import { Measure, Target, TargetGiven } from '../targets/target.contract.ts';

/** What a person gives with each act. Days are the city's (`2026-03-13`). */
const Uuid = z.uuid();
const Day = z.iso.date();
const line = (max: number) => z.string().trim().min(1).max(max);

const words = line(4000);

const Files = z.array(Uuid).max(50);

/** Seats of colleagues whom the words call by name; each must be able to read the matter, and is told. */
const Mentions = z.array(Uuid).max(20);

export const Quantity = z.object({ text: z.string().max(80), value: z.number(), unit: z.string().max(20) });

/** Where a matter's words stand: the minutes they were read from, and the offsets in that article's text. */
export const Source = z.object({ draft: Uuid, article: z.int().min(0), start: z.int().min(0), end: z.int().min(0) });

/** How much something counts beside its like: above nothing. */
const Weight = z
  .string()
  .regex(DECIMAL)
  .refine((text) => Number(text) > 0);

/** What each act takes. The kind is the act; everything else is what the person gives. */
export const Given = {
  register: z.strictObject({
    text: words,
    area: line(120).nullish(),
    aim: line(400).nullish(),
    due: Day.nullish(),
    dueText: line(120).nullish(),
    confidential: z.boolean().optional(),
    quantities: z.array(Quantity).max(60).optional(),
    source: Source.nullish(),
    /** Who raised it: a clerk who writes it down for them says who; one who raises it themselves need not. */
    originator: Uuid.nullish(),
    /** The units are not to see who that is. */
    unnamed: z.boolean().optional(),
    /** By which of the mechanism's channels it came. */
    channel: line(40).nullish(),
    /** The code of a category that whoever registers it thinks fitting; it is classified by an act of its own. */
    category: line(40).nullish(),
    place: Place.nullish(),
    /** Their name, as they gave it elsewhere; personal from its first letter to its last. */
    raiser: line(80).nullish(),
    /** Where a picture lies that they put elsewhere: nothing here fetches it. */
    media: Media.nullish(),
    /** Whether whoever raises it lets question and answer be published, without what is personal; left out: they were not asked. */
    consents: z.boolean().optional(),
    /** Those who stand against each other, and the money at stake between them. */
    parties: GivenParties.optional(),
    amount: Fen.nullish(),
    targets: z.array(TargetGiven).max(20).optional(),
    /** What is to be shown as evidence that it is done. */
    wanted: line(400).nullish(),
    /** How much it counts beside the others below the same matter (left out: as much as each); exact. */
    weight: Weight.nullish(),
    /** Of which level of the tree it is, counted from the top, which is 0; given of a level that may be left out, and of no other. */
    level: z.int().min(1).max(8).nullish(),
    /** Which item of which published list it is. */
    catalogued: Catalogued.nullish(),
  }),
  /** `green`: through the green channel from now on, or no more; left out, as before. */
  assign: z.strictObject({
    lead: Uuid,
    co: z.array(Uuid).max(60),
    due: Day.nullish(),
    green: z.boolean().nullish(),
    note: words.nullish(),
  }),
  accept: z.strictObject({ note: words.nullish() }),
  refuse: z.strictObject({ reason: words }),
  report: z.strictObject({
    text: words,
    percent: z.int().min(0).max(100).nullish(),
    files: Files.optional(),
    mentions: Mentions.optional(),
  }),
  extend: z.strictObject({ until: Day, reason: words }),
  grant: z.strictObject({ unit: Uuid, until: Day.nullish(), note: words.nullish() }),
  deny: z.strictObject({ unit: Uuid, reason: words }),
  pause: z.strictObject({ reason: words }),
  resume: z.strictObject({ note: words.nullish() }),
  /**
   * `withoutCo`: why its co-units are not waited for; `unreached`: why what was promised is not there; `early`: why it comes sooner than
   * its clock runs at least.
   */
  answer: z.strictObject({
    result: words,
    files: Files.optional(),
    withoutCo: words.nullish(),
    unreached: words.nullish(),
    early: words.nullish(),
  }),
  verify: z.strictObject({ note: words.nullish() }),
  return: z.strictObject({ reason: words, due: Day.nullish() }),
  close: z.strictObject({ note: words.nullish() }),
  /** `told`: what whoever raised the matter reads of it; the reason is for the city's seats. */
  reopen: z.strictObject({ reason: words, told: words.nullish(), due: Day.nullish() }),
  remind: z.strictObject({ text: words.nullish(), unit: Uuid.nullish() }),
  /** `due`: by when the units are to say what came of it. */
  instruct: z.strictObject({ text: words, due: Day.nullish(), mentions: Mentions.optional() }),
  /** `same`: whoever raised it takes it for the same as another that is open, and wants both dealt with together. */
  note: z.strictObject({ text: words, mentions: Mentions.optional(), same: z.literal(true).optional() }),
  attach: z.strictObject({ files: Files.min(1), caption: line(400).nullish() }),
  correct: z.strictObject({
    reason: words,
    /** Words that are to be read nowhere in the matter any more, one on each line. */
    hide: words.optional(),
    text: words.optional(),
    area: line(120).nullish(),
    aim: line(400).nullish(),
    confidential: z.boolean().optional(),
    amount: Fen.nullish(),
    weight: Weight.nullish(),
  }),
  /** The code of a category of the mechanism's scheme, as it is published now. */
  classify: z.strictObject({ category: line(40), note: words.nullish() }),
  /** A question to whoever raised the matter. */
  inquire: z.strictObject({ text: words }),
  /** Their reply to it. */
  reply: z.strictObject({ text: words, files: Files.optional() }),
  /** What the lead unit says to them it will do, and by when. */
  promise: z.strictObject({ text: words, due: Day }),
  /** A draft of the answer. */
  propose: z.strictObject({ result: words, files: Files.optional() }),
  evaluate: z.strictObject({
    stars: z.int().min(1).max(5),
    solved: z.boolean(),
    satisfied: z.boolean(),
    text: words.nullish(),
    /** The units are not to see who says so. */
    unnamed: z.boolean().optional(),
    /** Whether question and answer may be published, without what is personal; left out: they were not asked. */
    consents: z.boolean().optional(),
  }),
  /** Drawn to be called back, with others of a week (its Monday): among how many, and by which lot. */
  draw: z.strictObject({ week: Day, among: z.int().min(1), lot: line(64) }),
  /**
   * Question and answer as everybody may read them. `confirmed`: what may tell who somebody is and was looked at, word by word, and
   * may stay.
   */
  publish: z.strictObject({ question: words, answer: words, confirmed: z.array(line(200)).max(60).optional() }),
  withdraw: z.strictObject({ reason: words }),
  /** What was heard on calling back; null where it was not said. `through`: the program whose people called, where it was none of the city's. */
  callback: z.strictObject({
    reached: z.boolean(),
    solved: z.boolean().nullish(),
    satisfied: z.boolean().nullish(),
    text: words,
    through: line(100).optional(),
  }),
  /** `told`: what whoever judged reads of it, once the review has agreed; the reason is for who reviews it. */
  exclude: z.strictObject({ reason: words, told: words.nullish() }),
  review: z.strictObject({ agreed: z.boolean(), note: words.nullish() }),
  /** The number of the matter that it goes into; `sure`: that is answered, and whoever raised this one is to have that answer. */
  join: z.strictObject({ into: line(60), note: words.nullish(), sure: z.literal(true).optional() }),
  part: z.strictObject({ reason: words }),
  /**
   * What is to be done below this matter, by whom and by when. `mechanism`: the key of the kind that it is, where several may stand
   * there; `category`: its own, where it is other than that of the matter above.
   */
  divide: z.strictObject({
    text: words,
    lead: Uuid,
    co: z.array(Uuid).max(60).optional(),
    due: Day.nullish(),
    mechanism: line(60).nullish(),
    category: line(40).nullish(),
    confidential: z.boolean().optional(),
    /** What is promised of it and how much it counts, where it stands in a tree that is summed up. */
    targets: z.array(TargetGiven).max(20).optional(),
    weight: Weight.nullish(),
    /** Which of what recurs it begins; the program's own to say. */
    recurs: Recurs.optional(),
  }),
  /** Who is asked to help, and with what. */
  help: z.strictObject({ seat: Uuid, text: words }),
  /** Who helps no more. */
  unhelp: z.strictObject({ seat: Uuid, reason: words }),
  /** Why the unit has nothing to do here. */
  waive: z.strictObject({ reason: words, files: Files.optional() }),
  exempt: z.strictObject({ note: words.nullish() }),
  /** What came of it once it was done. */
  gain: z.strictObject({ text: words, files: Files.optional() }),
  /** What another edition of its list says otherwise; `dropped`: it has the item no more, or has it again. */
  revise: z.strictObject({
    edition: line(60),
    text: words.optional(),
    area: line(120).nullish(),
    wanted: line(400).nullish(),
    dropped: z.boolean().optional(),
  }),
  /**
   * What a ledger that was kept before says of the lead unit: `going`, `done`, or `none` of its business, in whose words, since which day,
   * and which evidence it names. `book`: that ledger, as it is called.
   */
  carry: z.strictObject({
    stands: Stands,
    book: line(120),
    text: words.nullish(),
    doneOn: Day.nullish(),
    evidence: line(400).nullish(),
  }),
  /** To the lead unit, where none is named. `clock`: the one that ran out. */
  slip: z.strictObject({ color: SlipColor, unit: Uuid.nullish(), clock: line(40).nullish(), text: words.nullish() }),
  /** `title`: what the public reads, never the words of whoever brought the matter up; `until`: the day promised to it. */
  list: z.strictObject({ title: line(120), until: Day, text: words.nullish() }),
  /** `result`: what the public reads that has come of it. */
  delist: z.strictObject({ result: words, files: Files.optional() }),
  raise: z.strictObject({ seat: Uuid, reason: words }),
  lower: z.strictObject({ reason: words }),
  involve: z.strictObject({ parties: GivenParties.min(1), note: words.nullish() }),
  /** A seat of the lead unit; `impartial`: whether they say of these parties that nothing stands against it; null: not asked. */
  clear: GivenClear,
  recuse: GivenRecuse,
  appoint: z.strictObject({ seat: Uuid, impartial: z.boolean().nullish(), note: words.nullish() }),
  convene: GivenConvening,
  meet: GivenSession,
  ...GivenSettlement,
  target: Target,
  measure: Measure,
  inspect: Inspect,
  /** Whoever raised it asks to be erased. */
  wish: z.strictObject({}),
  /** Whether whoever asked to be erased is, and why: what the law says, or what is still needed of them. */
  forget: z.strictObject({ agreed: z.boolean(), reason: words }),
} as const satisfies Record<ActKind, z.ZodType>;
export type Given<K extends ActKind = ActKind> = z.infer<(typeof Given)[K]>;
