import { z } from 'zod';
import { Enterprise } from '../../directory/enterprises/enterprise.contract.ts';
import { Named } from '../../mechanism/contract.ts';

/** What crosses the wire about a matter that somebody raised. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const line = (max: number) => z.string().trim().min(1).max(max);

/** Where something is: in words, and on the map (degrees, WGS 84) where somebody has pointed there. */
export const Place = z
  .strictObject({
    text: line(200).nullish(),
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-90).max(90),
  })
  .or(z.strictObject({ text: line(200) }));
export type Place = z.infer<typeof Place>;

/** An address on the web. */
export const Media = z.url({ protocol: /^https?$/u, error: 'matter.media-address' }).max(1000);

const Said = { solved: z.boolean().nullable(), satisfied: z.boolean().nullable(), at: Instant };

const Other = z.object({ id: Uuid, number: z.string() });

/**
 * The enterprise that an originator is, by what the register has of it. `proven`: vouched for by the desk or a confirmed contact; else they
 * said so. `id`, `name` and `size` null: the register has none of the credit code that they gave.
 */
const Firm = z.object({
  id: Uuid.nullable(),
  code: z.string(),
  name: z.string().nullable(),
  size: Enterprise.shape.size.nullable(),
  /** A code of GB/T 4754-2017; null where it is not known. */
  industry: z.string().nullable(),
  proven: z.boolean(),
  /** They asked that the units do not know it: told to the overseers alone, who are not to say it. */
  unnamed: z.boolean(),
});
export type Firm = z.infer<typeof Firm>;

/** What a seat sees of who raised a matter, and of what they were asked, told and say. */
export const RaisedView = z.object({
  /** Those whom this seat may know of, `firm` where they are an enterprise that it may know; `hidden`: how many others there are. */
  originators: z.array(z.object({ id: Uuid, since: Instant, firm: Firm.nullable() })),
  hidden: z.int(),
  channel: Named.nullable(),
  place: Place.nullable(),
  /** Their name, a mark until it is shown for a purpose, and where a picture of theirs lies; null where neither came along. */
  raiser: z.string().nullable(),
  media: z.string().nullable(),
  /** The key of the scheme by which it is classified. */
  scheme: z.string().nullable(),
  /** What it is filed under, as that was called then: from the top down to its own. */
  category: z
    .object({ code: z.string(), way: z.array(z.object({ zh: z.string(), en: z.string().nullable() })) })
    .nullable(),
  /** The code that whoever registered it thought fitting. */
  wish: z.string().nullable(),
  /** What that is called now, from the top down; null where it is filed already, or the scheme has it no more. */
  wished: z.array(z.object({ zh: z.string(), en: z.string().nullable() })).nullable(),
  question: z.object({ text: z.string(), at: Instant, unit: Uuid.nullable() }).nullable(),
  promise: z.object({ text: z.string(), due: Day, at: Instant, unit: Uuid }).nullable(),
  /** A draft of the answer, and the act that put it there: its files go along with the answer. */
  draft: z.object({ act: Uuid, result: z.string(), at: Instant }).nullable(),
  /** Of the answer that stands: those that this seat may hear; `unheard`: how many others there are. */
  evaluations: z.array(z.object({ stars: z.int(), text: z.string().nullable(), ...Said })),
  unheard: z.int(),
  callback: z.object({ reached: z.boolean(), ...Said }).nullable(),
  /**
   * Calls in vain while somebody waits for one: how many, on how many days, when last, and on how many days it has to be tried (null: until
   * they are reached).
   */
  attempts: z.object({ calls: z.int(), days: z.int(), at: Instant, tries: z.int().nullable() }).nullable(),
  /** The Monday of the week for which it was drawn to be called back; null where nobody waits for that. */
  drawn: Day.nullable(),
  /** What the answer that stands says; null before there is one. */
  answer: z.string().nullable(),
  /** Whether those who raised it let it be published; null where not all have been asked. */
  consented: z.boolean().nullable(),
  /** Question and answer as everybody may read them. */
  published: z.object({ question: z.string(), answer: z.string(), at: Instant }).nullable(),
  /** The matter that this one goes on in, and those that go on in this one. */
  joined: Other.nullable(),
  gathered: z.array(Other),
});
export type RaisedView = z.infer<typeof RaisedView>;
