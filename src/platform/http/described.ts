import type { RouteOptions } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { sentence } from '../i18n/index.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For the description: the body is one of these, told apart by a field; each becomes a schema `name.key`. */
    variants?: { readonly name: string; readonly by: string; readonly of: Readonly<Record<string, z.ZodType>> };
    /** For the description: the body is a file. */
    upload?: boolean;
    /** For the description: a body to try. */
    example?: unknown;
    /** For the description: refusals that the shape of the route does not tell. */
    refuses?: readonly number[];
  }
}

type Content = Record<string, { schema: object; example?: unknown }>;
type Operation = {
  parameters?: unknown[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, object>;
  security?: object[];
};
/** The part of an OpenAPI document that is completed here. */
export type Document = {
  components?: { schemas?: Record<string, object>; responses?: Record<string, object> };
  paths?: Record<string, Record<string, Operation>>;
};

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z
      .string()
      .meta({ description: 'What is wrong, where, and what would be right, in the language of the reader.' }),
    code: z.string().meta({ description: 'Stays the same whatever the language.' }),
    params: z.record(z.string(), z.unknown()),
    errors: z
      .array(z.object({ pointer: z.string().optional(), code: z.string(), detail: z.string() }))
      .optional()
      .meta({
        description: 'Each fault; pointer leads into the body (/field), the query (?name) or the path ({name}).',
      }),
    instance: z.string().meta({ description: 'The number to quote when asking about it; also in X-Request-Id.' }),
  })
  .meta({ description: 'Problem details (RFC 9457).' });
const PROBLEM_EXAMPLE = {
  type: 'urn:huiyin:problem:http.field-missing',
  title: 'Malformed request',
  status: 400,
  detail: 'Something in the request is wrong. Correct each fault that errors lists.',
  code: 'http.input',
  params: {},
  errors: [{ pointer: '/text', code: 'http.field-missing', detail: '"text" is missing; it is required.' }],
  instance: '7KQ2M9XA',
};
const TOLD = [400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 429, 500, 503];

/** Completes what the routes' schemas alone do not say: refusals, acts told apart by their kind, files, examples. */
export function describeFully(document: Document, routes: readonly RouteOptions[]): void {
  const components = (document.components ??= {});
  const schemas = (components.schemas ??= {});
  schemas['Problem'] = jsonSchema(ProblemSchema);
  components.responses = Object.fromEntries(TOLD.map((status) => [nameOf(status), refusal(status)]));
  for (const route of routes) {
    const path = document.paths?.[route.url.replace(/:(\w+)/gu, '{$1}')];
    for (const method of [route.method].flat()) {
      const operation = path?.[method.toLowerCase()];
      if (operation) complete(operation, route, schemas);
    }
  }
}

function complete(operation: Operation, { url, config }: RouteOptions, schemas: Record<string, object>): void {
  const { variants, upload, example, refuses, public: open } = config ?? {};
  if (open) operation.security ??= [];
  if (upload) operation.requestBody = { required: true, content: FILE };
  const json = operation.requestBody?.content['application/json'];
  if (json && variants) json.schema = oneOf(variants, schemas);
  if (json && example !== undefined) json.example = example;
  for (const [status, answer] of Object.entries(operation.responses))
    operation.responses[status] = { ...answer, description: STATUS_CODES[status] ?? 'Done' };
  const asked = operation.requestBody !== undefined;
  const statuses = [
    ...(asked || operation.parameters?.length ? [400] : []),
    ...(open ? [] : [401, 403]),
    ...(url.includes('/:') ? [404] : []),
    ...(asked ? [409, 413, 415, 422] : []),
    ...(refuses ?? []),
    500,
    503,
  ];
  for (const status of statuses) operation.responses[status] ??= { $ref: `#/components/responses/${nameOf(status)}` };
}

const FILE: Content = {
  'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } },
};

/** Each variant becomes a schema of its own: a discriminator can only tell apart what has a name. */
function oneOf(
  { name, by, of }: { name: string; by: string; of: Readonly<Record<string, z.ZodType>> },
  schemas: Record<string, object>,
): object {
  const refs = Object.entries(of).map(([key, schema]) => {
    schemas[`${name}.${key}`] = jsonSchema(schema);
    return [key, `#/components/schemas/${name}.${key}`] as const;
  });
  return {
    oneOf: refs.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: by, mapping: Object.fromEntries(refs) },
  };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: 'input' });
  return made;
}

const nameOf = (status: number): string => `Refused${status}`;

const refusal = (status: number): object => ({
  description: sentence('en', `http.title.${status}`),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      ...(status === 400 ? { example: PROBLEM_EXAMPLE } : {}),
    },
  },
});
