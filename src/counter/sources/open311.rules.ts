import { z } from 'zod';
import type { HandedOver, TakenRequest } from './source.contract.ts';

/** GeoReport v2 (wiki.open311.org), in JSON: its names for what we have. Pure. */

/** A request as GeoReport sends it, by form or JSON. `external_id` is ours: the sender's own number, so that it is taken once. */
export const GeoRequest = z
  .object({
    api_key: z.string().max(80),
    service_code: z.string().max(40),
    description: z.string().trim().min(4).max(4000),
    lat: z.coerce.number().min(-90).max(90).optional(),
    long: z.coerce.number().min(-180).max(180).optional(),
    address_string: z.string().trim().max(200).optional(),
    email: z.string().trim().max(254).optional(),
    phone: z.string().trim().max(40).optional(),
    external_id: z.string().trim().min(1).max(100).optional(),
  })
  .refine(({ lat, long }) => (lat === undefined) === (long === undefined), {
    path: ['lat'],
    message: 'a place needs lat and long together',
  });
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
  email: said('How whoever asks is reached, where there is no telephone'),
  phone: said('How whoever asks is reached'),
  external_id: said(
    'The sender’s own number, at most 100 characters: taken once; sent again it gives the first answer',
  ),
});
function said(what: string) {
  return z.unknown().describe(what).optional();
}

/** What a list is narrowed to. Of ids, with commas between them, the others count for nothing, as GeoReport has it. */
export const GeoQuery = z.object({
  service_request_id: z.string().max(4000).optional(),
  service_code: z.string().max(40).optional(),
  start_date: z.iso.datetime({ offset: true }).optional(),
  end_date: z.iso.datetime({ offset: true }).optional(),
  status: z.string().max(40).optional(),
});
/** The same as it is told in the interface's own description. */
export const GeoQueryBody = z.looseObject({
  service_request_id: said('The sender’s own numbers, with commas between them'),
  service_code: said('Those of one service'),
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
  status: z.enum(['open', 'closed']),
  status_notes: z.string(),
  service_notice: z.string(),
  service_code: z.string(),
  description: z.string(),
  agency_responsible: z.string(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string().nullable(),
});
export type GeoStatus = z.infer<typeof GeoStatus>;

export const handedOver = (request: GeoRequest, external: string, category: string | null): HandedOver => ({
  external,
  text: request.description,
  place: request.address_string || null,
  longitude: request.long ?? null,
  latitude: request.lat ?? null,
  category,
  contact: request.phone || request.email || null,
  kind: 'unknown',
  confidential: false,
  unnamed: false,
});

/** Closing time of an office's day: a deadline is a day, GeoReport wants a moment. */
const CLOSING = 'T18:00:00+08:00';

/** Where a request stands, in GeoReport's words; `service_request_id` is the sender's own number. */
export const geoStatus = (taken: TakenRequest, mechanism: string): GeoStatus => ({
  service_request_id: taken.external,
  status: taken.phase === 'closed' ? 'closed' : 'open',
  status_notes: taken.answer ?? taken.stage.zh,
  service_notice: taken.number,
  service_code: taken.category ?? mechanism,
  description: taken.text,
  agency_responsible: taken.lead ?? '',
  requested_datetime: taken.registeredAt,
  updated_datetime: taken.updatedAt,
  expected_datetime: taken.due && `${taken.due}${CLOSING}`,
});
