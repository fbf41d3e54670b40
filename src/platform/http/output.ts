import { isDeepStrictEqual } from 'node:util';
import type { FastifySerializerCompiler } from 'fastify';
import type { z } from 'zod';

/** In production an answer is written as it is: the types have checked the route, the tests have checked the values. */
export const plainOutput: FastifySerializerCompiler<z.ZodType> = () => (data) => JSON.stringify(data);

/**
 * In tests an answer must be exactly what its schema says: nothing missing or of another kind, and nothing besides, since a
 * field that the schema does not know would go out to whoever asks.
 */
export const provenOutput: FastifySerializerCompiler<z.ZodType> =
  ({ schema, method, url }) =>
  (data) => {
    const text = JSON.stringify(data);
    const sent: unknown = text === undefined ? undefined : JSON.parse(text);
    const parsed = schema.safeParse(sent);
    if (!parsed.success) throw new Error(`${method} ${url} answers otherwise than its schema: ${parsed.error.message}`);
    if (!isDeepStrictEqual(sent, JSON.parse(JSON.stringify(parsed.data) ?? 'null')))
      throw new Error(`${method} ${url} answers with fields that its schema does not have: ${text.slice(0, 500)}`);
    return text;
  };
