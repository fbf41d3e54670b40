import { z } from 'zod';
import { Fen, PartyNumber, SomeParties } from '../parties/parties.contract.ts';

/** What crosses the wire about an agreement between parties, and how a matter that has some ended. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const line = (max: number) => z.string().trim().min(1).max(max);
const words = line(4000);
const Files = z.array(Uuid).max(50);

/** What one party promised, by when; `amount` in fen. */
const GivenObligation = z.strictObject({ party: PartyNumber, text: line(400), amount: Fen.nullish(), due: Day });
export type GivenObligation = z.infer<typeof GivenObligation>;

/** The agreement is confirmed; the request is dismissed; it is not taken on; the parties took it back. */
const RulingOutcome = z.enum(['upheld', 'dismissed', 'declined', 'withdrawn']);

/** The number of an obligation within its agreement, from 1. */
const ObligationNumber = z.int().min(1).max(99);

/** What each act around an agreement takes. */
export const GivenSettlement = {
  /**
   * `signed`: the parties that signed the document among the files, on that day. Where nobody promises anything for later: `atOnce`, all was
   * done on the spot, or `unwatched`, why else nothing is to be watched.
   */
  settle: z.strictObject({
    text: words,
    signedOn: Day,
    signed: SomeParties,
    obligations: z.array(GivenObligation).max(60),
    atOnce: z.boolean().nullish(),
    unwatched: words.nullish(),
    files: Files.optional(),
  }),
  keep: z.strictObject({ obligation: ObligationNumber, note: words.nullish(), files: Files.optional() }),
  /** `outright`: before its day, as the party said, or showed by what it did, that it will not keep it (民法典 578). */
  breach: z.strictObject({ obligation: ObligationNumber, outright: z.boolean().nullish(), reason: words }),
  /** What was found of it was wrong. */
  retract: z.strictObject({ obligation: ObligationNumber, reason: words }),
  /** The parties have asked this court together to confirm the agreement; said again, it puts right what was noted of that. */
  confirm: z.strictObject({ court: line(120), appliedOn: Day, number: line(60).nullish() }),
  /** What that court has ruled; said again, it puts right what was noted of that. */
  rule: z.strictObject({
    outcome: RulingOutcome,
    ruledOn: Day,
    number: line(60),
    note: words.nullish(),
    files: Files.optional(),
  }),
  fail: z.strictObject({ reason: words }),
  drop: z.strictObject({ reason: words }),
  refer: z.strictObject({ where: z.enum(['court', 'arbitration']), body: line(120), note: words.nullish() }),
};

export const ObligationView = z.object({
  n: ObligationNumber,
  party: PartyNumber,
  text: z.string(),
  amount: z.int().nullable(),
  due: Day,
  state: z.enum(['open', 'kept', 'broken']),
  at: Instant.nullable(),
  /** Kept after it had been found broken. */
  mended: z.boolean(),
  /** Of an open one: working days from today, negative when it is overdue. */
  workdaysLeft: z.int().nullable(),
});
export type ObligationView = z.infer<typeof ObligationView>;

export const SettlementView = z.object({
  text: z.string(),
  signedOn: Day,
  signed: z.array(PartyNumber),
  at: Instant,
  obligations: z.array(ObligationView),
  /** Without obligations: all was done on the spot, or why nothing is to be watched. */
  atOnce: z.boolean(),
  unwatched: z.string().nullable(),
  confirmation: z
    .object({
      court: z.string(),
      appliedOn: Day,
      number: z.string().nullable(),
      ruling: z.object({ outcome: RulingOutcome, ruledOn: Day, number: z.string() }).nullable(),
    })
    .nullable(),
});
export type SettlementView = z.infer<typeof SettlementView>;

/** How it ended otherwise than by an agreement. */
export const OutcomeView = z.object({
  how: z.enum(['failed', 'dropped', 'referred']),
  at: Instant,
  text: z.string().nullable(),
  where: z.enum(['court', 'arbitration']).nullable(),
  body: z.string().nullable(),
});
export type OutcomeView = z.infer<typeof OutcomeView>;
