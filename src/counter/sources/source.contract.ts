import { z } from 'zod';
import { CreditCode } from '../../directory/enterprises/enterprise.contract.ts';
import { NewId } from '../../kernel/contract.ts';
import { Media } from '../../matters/raised/raised.contract.ts';
import { Named, Phase } from '../../mechanism/contract.ts';

import { Attachments } from './attached.contract.ts';

/** What crosses the wire about programs that hand over what was raised elsewhere. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

const Source = z.object({
  id: Uuid,
  name: z.string(),
  mechanism: z.string(),
  channel: z.string().nullable(),
  revokedAt: Instant.nullable(),
});
/** `month`: how many requests it handed over within thirty days; `refused`: how many times something was refused then. */
const SourceRow = Source.extend({ lastAt: Instant.nullable(), month: z.int(), refused: z.int() });
export type SourceRow = z.infer<typeof SourceRow>;
/** `offers`: the mechanisms that a source may be opened under, each with its channels. */
export const SourceList = z.object({
  rows: z.array(SourceRow),
  offers: z.array(z.object({ key: z.string(), name: Named, channels: z.record(z.string(), Named) })),
});
export type SourceList = z.infer<typeof SourceList>;

/** Before which request the next page begins: its moment, and the sender's number for it. */
export const LatelyQuery = z.object({ at: Instant.optional(), external: z.string().max(120).default('') });
/** What a source handed over lately, and where each stands; `refused` with the first page alone. */
export const SourceLately = z.object({
  taken: z.array(z.object({ external: z.string(), number: z.string(), stage: Named, phase: Phase, at: Instant })),
  refused: z.array(z.object({ external: z.string(), why: z.string(), times: z.int(), at: Instant })),
  next: z.object({ at: Instant, external: z.string() }).nullable(),
});
export type SourceLately = z.infer<typeof SourceLately>;

/** A source to be opened: what it hands over is registered under that mechanism, by one of its channels. */
export const NewSource = z.strictObject({
  id: NewId,
  name: z.string().trim().min(1).max(100),
  mechanism: z.string().max(60),
  channel: z.string().max(40).nullable().default(null),
});
export type NewSource = z.output<typeof NewSource>;
/** The token is told this once; null where the same request was done before. */
export const SourceOpened = z.object({ id: Uuid, token: z.string().nullable() });

export const SourceAct = z.strictObject({
  id: NewId,
  kind: z.enum(['revoke-source', 'renew-source']),
  given: z.strictObject({}),
});
export type SourceAct = z.output<typeof SourceAct>;
/** A source that was given another token: told this once; null after it was ended, and where the same request was done before. */
export const SourceToken = z.object({ token: z.string().nullable() });

/**
 * A request as another program hands it over. `external` is that program's own number for it: sent again, it is taken once; with
 * other contents it is refused (409).
 */
export const HandedOver = z
  .strictObject({
    external: z.string().trim().min(1).max(100),
    text: z.string().trim().min(4).max(4000),
    place: z.string().trim().max(200).nullish(),
    /** In degrees, WGS 84; both or neither. */
    longitude: z.number().min(-180).max(180).nullish(),
    latitude: z.number().min(-90).max(90).nullish(),
    /** The code of a category that the sender thinks fitting. */
    category: z.string().trim().max(40).nullish(),
    contact: z.string().trim().max(254).nullish(),
    /** Another way to reach them. */
    email: z.string().trim().max(254).optional(),
    /** What whoever asks is called; kept as what is personal. */
    name: z.string().trim().min(1).max(80).optional(),
    /** Where a picture lies that they put elsewhere: it is shown as an address, and fetched by nobody here. */
    media: Media.optional(),
    attachments: Attachments,
    kind: z.enum(['enterprise', 'person', 'unknown']).default('unknown'),
    enterprise: CreditCode.nullish(),
    confidential: z.boolean().default(false),
    unnamed: z.boolean().default(false),
  })
  .refine(({ longitude, latitude }) => (longitude == null) === (latitude == null), {
    path: ['latitude'],
    message: 'counter.half-a-place',
  });
export type HandedOver = z.output<typeof HandedOver>;

/** What has become of a request that was handed over. `media`: the address that came with it. `answer`: what was answered to whoever raised it, last. */
export const TakenRequest = z.object({
  external: z.string(),
  matter: Uuid,
  number: z.string(),
  text: z.string(),
  /** In words, and in degrees, as it was handed over. */
  place: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  media: z.string().nullable(),
  /** What it is filed under, else what it was handed over under. */
  category: z.string().nullable(),
  stage: Named,
  phase: Phase,
  lead: z.string().nullable(),
  due: z.iso.date().nullable(),
  /** What they are asked and have not replied to: their time stands still meanwhile. */
  question: z.string().nullable(),
  /** To be named with the reply. */
  questionId: Uuid.nullable(),
  askedAt: Instant.nullable(),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** What they were told last beside an answer: why it was struck off without one, that it is taken up again, that a judgement is not counted. */
  told: z.object({ kind: z.enum(['close', 'reopen', 'exclude']), text: z.string(), at: Instant }).nullable(),
  registeredAt: Instant,
  updatedAt: Instant,
});
export type TakenRequest = z.infer<typeof TakenRequest>;

/** The same as it is answered to whoever handed it over just now; `leftOut`: which of the fields that were sent were not taken, none of them being what it has to be. */
export const JustTaken = TakenRequest.extend({ leftOut: z.array(z.string()).optional() });
export type JustTaken = z.infer<typeof JustTaken>;
