import { z } from 'zod';
import { FigureRules, Moment, RankingRule } from './figures.contract.ts';
import { ChannelName, Named } from './named.contract.ts';
import { PartiesRule, Side } from './parties.contract.ts';
import { RecurRules } from './recurs.contract.ts';
import { GateRules, TargetRules, TreeRule } from './works.contract.ts';
import { ActKind, Actor, Demand } from './acts.contract.ts';
import { Rung } from './ladder.contract.ts';

/**
 * The language of a mechanism: the shape of one file in `mechanisms/`. What a shape cannot say (a stage nobody reaches, a
 * clock that never stops) is found by `check.rules.ts`.
 */
export { ActKind, Actor, Demand, NAMED_FIELDS, TAKES } from './acts.contract.ts';
export { RankingPeriod } from './figures.contract.ts';
export { Hearer, RaisedTo, Rung, SlipColor } from './ladder.contract.ts';
export { Named, Side };

/** Where a stage stands in the life that all mechanisms share, so that all can be counted together. */
export const Phase = z.enum(['open', 'assigned', 'working', 'answered', 'closed']);
export type Phase = z.infer<typeof Phase>;

/**
 * `2 workdays`, `30 days`; `5 workdays next month`, `10 days next quarter`: so many into the next one; or `due`: the date that the
 * assignment names. How many is checked with the sense of the file.
 */
export const LimitText = z.string().regex(/^(-?\d{1,9} (workdays?|days?)( next (month|quarter))?|due)$/u);

/** `told`: what whoever raised a matter reads in place of the name, where that is a word of the office. */
export const Stage = z.strictObject({ phase: Phase, name: Named, told: Named.optional() });
export type Stage = z.infer<typeof Stage>;

/** `told`: how an English story says that somebody did it (“visited the enterprise”); a Chinese one says the name. */
const ActName = Named.extend({ told: z.string().min(1).optional() });

/** Fields of an act, by the names that the file gives them. */
const FieldNames = z.record(z.string().regex(/^[a-z][A-Za-z]{1,20}$/u), Named);

export const ActRule = z.strictObject({
  /** What it is called among this mechanism's matters, where that is something else than elsewhere. */
  name: ActName.optional(),
  /** Of `convene` and `meet`: what their fields are called among this mechanism's matters, where that is something else than elsewhere. */
  fields: FieldNames.optional(),
  by: z.array(Actor).min(1),
  /** Stages in which the act may be done; left out: in every stage but a closed one. `register` has none. */
  from: z.array(z.string()).optional(),
  /** The stage entered; left out: the stage stays. A co-unit's act never moves the stage. */
  to: z.string().optional(),
  /** The stage entered in place of `to` once that has been entered before, e.g. from the second refusal on. */
  again: z.string().optional(),
  /**
   * Of `refuse`: it holds for each unit, co-units too. What a co-unit hands back waits under the matter's clocks that start with it, and
   * what the same unit hands back a second time is decided by whoever assigns next, and can be handed back by it no more.
   */
  everyUnit: z.boolean().optional(),
  /**
   * The stage entered in place of `to` where the act says no: an evaluation that is not good, a review that does not agree, whoever is
   * called back and is not content.
   */
  instead: z.string().optional(),
  /**
   * Of `callback`: on how many days somebody has to be tried in vain before that counts as having called them; left out, as long as it takes
   * to reach them.
   */
  tries: z.int().min(1).max(30).optional(),
  /** Of `list`: how far ahead the day may lie by which what is listed is to be done; left out, however far. */
  within: z
    .string()
    .regex(/^[1-9]\d{0,2} workdays?$/u)
    .optional(),
  /** Of `help`: only who has declared no interest in a party, as whoever is appointed. */
  impartial: z.boolean().optional(),
  /** Of `help`: the kinds of those who are asked to, offered first; a seat is of the first kind whose name, or another of its words (`also`), stands in its title. */
  kinds: z.record(z.string().regex(/^[a-z][a-z-]{1,30}$/u), ChannelName).optional(),
  /** While a target of the matter is not reached, or nobody has measured it: done with a reason (of `answer` alone), or not at all. */
  unreached: z.enum(['reason', 'never']).optional(),
  give: z.array(Demand).optional(),
});
export type ActRule = z.infer<typeof ActRule>;
/** The acts that a mechanism calls by names of its own. */
export const ActNames = z.partialRecord(ActKind, ActName);
export type ActNames = z.infer<typeof ActNames>;
/** The fields that a mechanism calls by names of its own, by act. */
export const OwnFields = z.partialRecord(ActKind, FieldNames);
export type OwnFields = z.infer<typeof OwnFields>;

export const ClockRule = z.strictObject({
  name: Named,
  /**
   * `unit`: one clock for each unit assigned; `matter`: one for the matter, owed by the supervision office; `raised`: one for the seat
   * to which it is raised.
   */
  scope: z.enum(['unit', 'matter', 'raised']),
  from: z.array(ActKind).min(1),
  until: z.array(ActKind).min(1),
  limit: LimitText,
  /** Other limits by category, each for all that stands below it too; the nearest counts. */
  limits: z.record(z.string().min(1), LimitText).optional(),
  /** The limit of what is assigned through the green channel, where it is shorter than that of its category. */
  green: LimitText.optional(),
  /** The limit where `limit` is `due` and no date was named. */
  otherwise: LimitText.optional(),
  /** Whether `pause` stops it and `extend` may lengthen it. */
  pausable: z.boolean().optional(),
  extendable: z.boolean().optional(),
  /** It is a right and no duty: when it has run out nobody is late, and what it was for can be done no more. */
  lapses: z.boolean().optional(),
  /** Its last day counts to midnight, and not to the close of business: what those owe who keep no office hours (民法典 203). */
  wholeDay: z.boolean().optional(),
  /** So long it runs at least, from when it first began: what answers it sooner says why (`early`). */
  least: z
    .string()
    .regex(/^[1-9]\d{0,3} days?$/u)
    .optional(),
});
export type ClockRule = z.infer<typeof ClockRule>;

/**
 * What may stand below a matter, and which of its acts wait for that: `answered` until all below is answered, `closed` until it is struck
 * off. What was joined or excluded below is closed.
 */
export const ChildrenRule = z.strictObject({
  /** Keys of mechanisms; `self` for its own. The first is meant where none is named. */
  kinds: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,40}$/u)).min(1),
  hold: z.partialRecord(ActKind, z.enum(['answered', 'closed'])).optional(),
});

/** How many of those whose matters were struck off in a week are called back: a share in percent, and at least so many. */
export const SampleRule = z.strictObject({ share: z.int().min(0).max(100), least: z.int().min(0).max(1000) });
export type SampleRule = z.infer<typeof SampleRule>;

/** How long what is personal is kept: `5 years`, `18 months`. */
const KeepText = z.string().regex(/^[1-9]\d{0,2} (?:year|month)s?$/u);

export const Mechanism = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/u),
  name: Named,
  /** A matter's number; `{year}`, `{round}` and `{n}` are filled in (`{round:02}` pads to two digits). */
  number: z.string().min(1).max(60),
  /** The number of a matter that belongs to no round, where rounds are kept: there is no round to fill in. */
  numberWithoutRound: z.string().min(1).max(60).optional(),
  /** Who reads a matter that is not confidential: every seat of the city, or the units concerned and the overseers. */
  visibility: z.enum(['city', 'units']),
  rounds: z.boolean(),
  /** Whether matters are raised by somebody whom they are answered to. Left out: they are the city's own. */
  originators: z.boolean().optional(),
  /** The ways by which they are raised. */
  channels: z.record(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/u), ChannelName).optional(),
  /** The key of the scheme by which they are classified before they are assigned. */
  scheme: z.string().min(1).max(60).optional(),
  /**
   * How long after the last act on it what is personal of whoever raised a matter is kept; other periods by category, each for all that
   * stands below it too. Left out: until somebody has it erased.
   */
  keep: z.object({ default: KeepText }).catchall(KeepText).optional(),
  stages: z.record(z.string().regex(/^[a-z][a-z-]{1,30}$/u), Stage),
  acts: z.partialRecord(ActKind, ActRule),
  clocks: z.record(z.string().regex(/^[a-z][a-z-]{1,30}$/u), ClockRule),
  /** What may stand below its matters: `divide` says who puts it there. Left out: nothing does. */
  children: ChildrenRule.optional(),
  /** Its matters that stand below none are each the top of a tree, which is summed up from below by weights. Left out: nothing is summed up. */
  tree: TreeRule.optional(),
  /** What begins below its matters again and again by a rule of days. Left out: nothing does. */
  recurs: RecurRules.optional(),
  /** Whether its matters are the items of a list that somebody above publishes in editions. Left out: they stand in none. */
  catalogue: z.boolean().optional(),
  /** Who stands against whom, on which sides. Left out: a matter has no parties. */
  parties: PartiesRule.optional(),
  /** Whether a sum of money is at stake. */
  amount: z.boolean().optional(),
  /** Whether those concerned meet, and what was said is kept. */
  sessions: z.boolean().optional(),
  /** Whether the parties may come to an agreement, whose obligations are watched. */
  settlement: z.boolean().optional(),
  /** Whether every matter is confidential, whatever whoever registers it says. */
  confidential: z.boolean().optional(),
  /**
   * Whether its matters are for named seats alone: who is named are their helpers, and every word in them is sealed for those and for whoever
   * raised them. Nothing of them is counted, listed, divided or published.
   */
  sealed: z.boolean().optional(),
  /**
   * Where else somebody may turn who would tell of those who take in what is sealed: the city's own words, shown before anything is written. Left
   * out: the program's, which name the commission one level up and its hotline.
   */
  elsewhere: Named.optional(),
  /** What its matters promise a quantity of, and the gates that the work must pass. Left out: nothing is measured, nothing inspected. */
  targets: TargetRules.optional(),
  gates: GateRules.optional(),
  /** The weekly sample of those who are called back: `draw` says from which stages. Left out: nobody is drawn. */
  sample: SampleRule.optional(),
  /** What happens as a clock runs out, rung by rung, by the clock's name. A clock that is left out is told of and no more. */
  ladder: z.record(z.string().regex(/^[a-z][a-z-]{1,30}$/u), z.array(Rung).min(1)).optional(),
  /** The moment that puts a matter into the period in which it is counted; left out: when it was registered. */
  countedBy: Moment.optional(),
  figures: FigureRules.optional(),
  ranking: RankingRule.optional(),
});
export type Mechanism = z.infer<typeof Mechanism>;

/**
 * What follows from an act by the mechanism's own words: the stage entered (null: it stays), the clocks that start with their
 * limits, those that end, and those that a pause, its end or an extension moves.
 */
export const Follows = z.object({
  to: z.string().nullable(),
  starts: z.array(z.object({ clock: z.string(), limit: z.string(), otherwise: z.string().nullable() })),
  ends: z.array(z.string()),
  moves: z.array(z.string()),
});
export type Follows = z.infer<typeof Follows>;

/** A fault of a mechanism file: where it stands, and which sentence of `messages/` tells it. Lines count from 1. */
export const Fault = z.object({
  line: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type Fault = z.infer<typeof Fault>;
