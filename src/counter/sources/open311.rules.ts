import { z } from 'zod';
import type { Language } from '../../platform/i18n/index.ts';
import { Media } from '../../matters/raised/raised.contract.ts';
import type { AppealView } from '../contract.ts';
import type { HandedOver, TakenRequest } from './source.contract.ts';

/** GeoReport v2 (wiki.open311.org): its names for what we have. Pure. */

/** What is sent empty counts as not sent, as GeoReport has it: a client sends every field of its form, and no place is not 0, 0. */
function filled(given: unknown): unknown {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return given;
  const said = (value: unknown) => value !== null && !(typeof value === 'string' && value.trim() === '');
  return Object.fromEntries(Object.entries(given).filter(([, value]) => said(value)));
}

/** A form sends numbers as text. */
const degrees = (most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^[-+]?\d+(?:\.\d+)?$/u)
        .transform(Number),
    ])
    .pipe(z.number().min(-most).max(most));

/** A request as GeoReport sends it, by form or JSON. `external_id` is ours: the sender's own number, so that it is taken once. */
export const GeoRequest = z.preprocess(
  filled,
  z
    .object({
      api_key: z.string().max(80),
      service_code: z.string().max(40),
      description: z.string().trim().min(4).max(4000),
      lat: degrees(90).optional(),
      long: degrees(180).optional(),
      address_string: z.string().trim().max(200).optional(),
      email: z.string().trim().max(254).optional(),
      phone: z.string().trim().max(40).optional(),
      first_name: z.string().trim().max(40).optional(),
      last_name: z.string().trim().max(40).optional(),
      media_url: z.string().trim().max(4000).optional(),
      external_id: z.string().trim().min(1).max(100).optional(),
    })
    .refine(({ lat, long }) => (lat === undefined) === (long === undefined), {
      path: ['lat'],
      message: 'counter.half-a-place',
    }),
);
export type GeoRequest = z.output<typeof GeoRequest>;

/**
 * The same as it is told in the interface's own description, where nothing is refused yet: its faults are GeoReport's lists. A form sends
 * every value as text.
 */
export const GeoBody = z.looseObject({
  api_key: said('The token of the source'),
  service_code: said('One of services.json'),
  description: said('What is asked for, 4 to 4000 characters'),
  lat: said('Latitude, WGS 84, with `long`'),
  long: said('Longitude'),
  address_string: said('The place in words, at most 200 characters'),
  email: said('How else whoever asks is reached'),
  phone: said('How whoever asks is reached'),
  first_name: said('What whoever asks is called, kept as what is personal'),
  last_name: said('Their family name'),
  media_url: said(
    'Where a picture lies, http or https, at most 1000 characters: shown as an address, fetched by nobody here',
  ),
  external_id: said(
    'The sender’s own number, at most 100 characters: taken once; sent again it gives the first answer. Without it the very same sent again within ten minutes is taken once',
  ),
});
function said(what: string) {
  return z.unknown().describe(what).optional();
}

/** Several of them, with commas between. */
const each = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => [
      ...new Set(
        text
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ]);

/** Commas with nothing between them name nothing, as what is sent empty; beside numbers all else counts for nothing, whatever stands there. */
function asked(given: unknown): unknown {
  const said = filled(given);
  if (said === null || typeof said !== 'object' || Array.isArray(said)) return said;
  const named = Object.fromEntries(
    Object.entries(said).filter(([, value]) => !(typeof value === 'string' && /^[\s,]+$/u.test(value))),
  );
  const { service_request_id } = named;
  return service_request_id === undefined ? named : { service_request_id };
}

/** A span that ends before it begins holds nothing, whatever was handed over. */
const forwards = ({
  start_date: from,
  end_date: until,
}: {
  start_date?: string | undefined;
  end_date?: string | undefined;
}) => from === undefined || until === undefined || Date.parse(from) <= Date.parse(until);
const BACKWARDS = { path: ['end_date'], message: 'counter.geo-backwards' };

const STATES = ['open', 'closed'] as const;
/** As many as may be asked for by their numbers at once. */
const MOST_NAMED = 100;

/** What a list is narrowed to. With ids all the rest counts for nothing, as GeoReport has it. */
export const GeoQuery = z.preprocess(
  asked,
  z
    .object({
      service_request_id: each(MOST_NAMED * 101)
        .pipe(z.array(z.string()).max(MOST_NAMED))
        .optional(),
      service_code: each(1000).optional(),
      start_date: z.iso.datetime({ offset: true }).optional(),
      end_date: z.iso.datetime({ offset: true }).optional(),
      status: each(40)
        .pipe(z.array(z.enum(STATES)))
        .optional(),
    })
    .refine(forwards, BACKWARDS),
);
/** The same as it is told in the interface's own description. */
export const GeoQueryBody = z.looseObject({
  service_request_id: said('The sender’s own numbers, with commas between them; all else then counts for nothing'),
  service_code: said('Those of these services, with commas between them'),
  start_date: said('Handed over from then on, ISO 8601 with its offset'),
  end_date: said('Until then, ninety days after the start at most'),
  status: said('open, closed, or both with a comma between them'),
});

export const GeoService = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.literal('realtime'),
  keywords: z.string(),
  group: z.string(),
});
export type GeoService = z.infer<typeof GeoService>;

export const GeoStatus = z.object({
  service_request_id: z.string(),
  status: z.enum(STATES),
  status_notes: z.string(),
  service_notice: z.string(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string(),
  agency_responsible: z.string(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string().nullable(),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.string().nullable(),
});
export type GeoStatus = z.infer<typeof GeoStatus>;

/**
 * What is added to a request, as the extension of GeoReport has it that clients at work speak (`servicerequestupdates`). `update_id`: the
 * sender's own number for it, so that it is taken once.
 */
export const GeoAdded = z.preprocess(
  filled,
  z.object({
    api_key: z.string().max(80),
    service_request_id: z.string().trim().min(1).max(100),
    update_id: z.string().trim().min(1).max(100).optional(),
    description: z.string().trim().min(1).max(4000),
  }),
);
export const GeoAddedBody = z.looseObject({
  api_key: said('The token of the source'),
  service_request_id: said('The sender’s own number of the request'),
  update_id: said('The sender’s own number of what is added, at most 100 characters: taken once'),
  description: said('What whoever raised it says: a reply where they were asked something, else an addition'),
});

/** What was said to whoever raised a request: asked, promised, answered, why it ended without an answer or is taken up again. `update_id` is its act. */
export const GeoUpdate = z.object({
  update_id: z.string(),
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  updated_datetime: z.string(),
  description: z.string(),
});
export type GeoUpdate = z.infer<typeof GeoUpdate>;
export const GeoSpan = z.preprocess(
  filled,
  z
    .object({
      start_date: z.iso.datetime({ offset: true }).optional(),
      end_date: z.iso.datetime({ offset: true }).optional(),
    })
    .refine(forwards, BACKWARDS),
);
export const GeoSpanBody = z.looseObject({
  start_date: said('Said from then on, ISO 8601 with its offset; left out: of the last thirty days'),
  end_date: said('Said until then'),
});

/** What the city said to them, and when; what they said themselves is the sender's own. */
export const geoUpdates = (
  { said: all, phase, joined }: Pick<AppealView, 'said' | 'phase' | 'joined'>,
  external: string,
  { from, until }: { from: Date; until: Date },
): GeoUpdate[] =>
  all
    .filter(
      ({ mine, kind, at, text }) => !mine && text && TOLD.has(kind) && new Date(at) >= from && new Date(at) <= until,
    )
    .map(({ id, at, text }) => ({
      update_id: id,
      service_request_id: external,
      status: (joined ?? { phase }).phase === 'closed' ? 'closed' : 'open',
      updated_datetime: at,
      description: text,
    }));
const TOLD: ReadonlySet<string> = new Set(['inquire', 'promise', 'answer', 'close', 'reopen', 'exclude']);

export const handedOver = (request: GeoRequest, external: string, category: string | null): HandedOver => ({
  external,
  text: request.description,
  place: request.address_string || null,
  longitude: request.long ?? null,
  latitude: request.lat ?? null,
  category,
  contact: request.phone || request.email || null,
  ...(request.phone && request.email ? { email: request.email } : {}),
  ...called(request),
  ...(mediaOf(request) ? { media: request.media_url } : {}),
  kind: 'unknown',
  confidential: false,
  unnamed: false,
});

const HAN = /\p{Script=Han}/u;

/** A name as it is written: the family first and nothing between in Chinese. */
function called({ first_name: first = '', last_name: last = '' }: GeoRequest): { name?: string } {
  const name = HAN.test(first + last) ? `${last}${first}` : `${first} ${last}`.trim();
  return name ? { name } : {};
}

/** An address on the web; what is none is not taken, and told. */
const mediaOf = ({ media_url }: GeoRequest): boolean => media_url !== undefined && Media.safeParse(media_url).success;

/** What of a request says nothing of what is asked for: which city, which client, in which language. */
const NO_CONTENTS: ReadonlySet<string> = new Set(['jurisdiction_id', 'locale', 'account_id', 'device_id', 'city']);

/**
 * Which fields of a request were sent filled and are not taken: those that there are not here, an address of a picture that is none, and what
 * is no contact (`leftOut`, by our own names).
 */
export function notTaken(sent: unknown, request: GeoRequest, leftOut: readonly string[]): string[] {
  const known = new Set(Object.keys(request));
  const unknown = Object.keys(filled(sent) as object).filter((name) => !known.has(name) && !NO_CONTENTS.has(name));
  const contact = request.phone ? 'phone' : 'email';
  return [
    ...unknown.map((name) => name.slice(0, 60)).slice(0, 20),
    ...(request.media_url !== undefined && !mediaOf(request) ? ['media_url'] : []),
    ...leftOut.map((name) => (name === 'contact' ? contact : name)),
  ];
}

/** Closing time of an office's day: a deadline is a day, GeoReport wants a moment. */
const CLOSING = 'T18:00:00+08:00';

/** Where a request stands, in GeoReport's words; `service_request_id` is the sender's own number. `nameOf`: a service by its code. */
export function geoStatus(
  taken: TakenRequest,
  mechanism: string,
  { nameOf, language }: { nameOf: (code: string) => string; language: Language },
): GeoStatus {
  const code = taken.category ?? mechanism;
  return {
    service_request_id: taken.external,
    status: taken.phase === 'closed' ? 'closed' : 'open',
    status_notes: taken.question ?? taken.answer ?? taken.stage[language],
    service_notice: taken.number,
    service_name: nameOf(code),
    service_code: code,
    description: taken.text,
    agency_responsible: taken.lead ?? '',
    requested_datetime: taken.registeredAt,
    updated_datetime: taken.updatedAt,
    expected_datetime: taken.due && `${taken.due}${CLOSING}`,
    address: taken.place,
    lat: taken.latitude,
    long: taken.longitude,
    media_url: taken.media,
  };
}
