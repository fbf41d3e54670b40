import { z } from 'zod';
import { geoXml, type Shape } from './open311.xml.rules.ts';

/** What all of GeoReport's addresses share. */
export const BASE = '/api/open311/v2';
export const key = { api_key: z.string().max(80).optional() };
export const format = z.enum(['xml', 'json']);
export type Format = z.infer<typeof format>;

/** The same in the format that was asked for; what is no JSON is no subject of the schemas. */
export function inFormat<R extends object>(
  reply: { type(media: string): unknown },
  as: Format,
  shape: Shape,
  rows: R[],
): R[] {
  if (as === 'json') return rows;
  reply.type('text/xml; charset=utf-8');
  return geoXml(shape, rows as never) as unknown as R[];
}
