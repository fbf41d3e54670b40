const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What of JSON Schema the interface's description uses. */
type Shape = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  minimum?: number;
};
type Operation = { requestBody?: { content: Record<string, { schema?: Shape }> } };

/** The paths of an OpenAPI description, each with its methods. */
export type Paths = Record<string, Record<string, unknown>>;
/** Something that may be sent, with a body in which marks stand for what is asked after: see {@link filledIn}. */
export type Write = { readonly method: (typeof METHODS)[number]; readonly path: string; readonly body: unknown };
/** What the marks of a body stand for; each id that is sent is a new one. */
export type Marked = { readonly matter: string; readonly number: string; readonly mechanism: string };

/** Stands in a body for the number of what is asked after. */
export const NUMBER_HERE = '{number}';

/** Everything that may be sent, with bodies that ask after one matter wherever they can: by its id, its number, its mechanism. */
export const writesOf = (paths: Paths): Write[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => method.toLowerCase() in methods).map((method) => {
      const { requestBody } = methods[method.toLowerCase()] as Operation;
      return { method, path, body: likely(requestBody?.content['application/json']?.schema) };
    }),
  );

/** A body with what its marks stand for. */
export const filledIn = (body: unknown, { matter, number, mechanism }: Marked, newId: () => string): object =>
  JSON.parse(
    JSON.stringify(body)
      .replaceAll(NUMBER_HERE, number)
      .replaceAll('{matter}', matter)
      .replaceAll('{mechanism}', mechanism)
      .replaceAll('{id}', newId),
  ) as object;

function likely(shape: Shape | undefined, name = ''): unknown {
  if (!shape) return {};
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const one = shape.anyOf ?? shape.oneOf;
  if (one) return likely(one.find(({ type }) => type !== 'null') ?? one[0], name);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((part) => likely(part, name))) as unknown;
  switch (Array.isArray(shape.type) ? shape.type.find((type) => type !== 'null') : shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, of]) => [key, likely(of, key)]));
    case 'array':
      return [likely(shape.items, name)];
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return likelyText(shape.format, name);
  }
}

function likelyText(format: string | undefined, name: string): string {
  if (format === 'uuid') return name === 'id' ? '{id}' : '{matter}';
  if (format === 'date') return '2026-03-17';
  if (format === 'date-time') return '2026-03-17T01:00:00Z';
  return name === 'mechanism' || name === 'key' ? '{mechanism}' : NUMBER_HERE;
}
