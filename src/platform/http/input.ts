import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { problem, Refusal, straightened, type Problem } from '../../kernel/index.ts';
import { fieldName } from './field.ts';
import { unknownNames } from './query-names.ts';

type Issue = z.core.$ZodIssue;

/** A message key given as a schema's own message, e.g. `.refine(…, 'matter.due-before-start')`. */
const MESSAGE_KEY = /^[a-z]+(\.[a-z0-9-]+)+$/;

/**
 * Parses what came in by the route's zod schema; a fault names each field that is wrong and what would be right, and each parameter of
 * the address that the route does not know. A part of the
 * path whose schema has a sentence of its own (`z.uuid('matter.not-found')`) is answered by it, as what is not there.
 */
export const inputCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const result = schema.safeParse(withoutTurning(data), { reportInput: true });
    const unknown = httpPart === 'querystring' ? unknownNames(schema, data) : [];
    if (result.success && unknown.length === 0) return { value: result.data };
    const issues = result.error?.issues ?? [];
    // Whatever the address names, there is none that is called so.
    const named = httpPart === 'params' ? issues.find(({ message }) => MESSAGE_KEY.test(message)) : null;
    if (named) return { error: new Refusal(problem(named.message, {}, { status: 404 })) };
    return { error: new Refusal(inputProblem(issues, httpPart ?? 'body', unknown)) };
  };

/**
 * What a schema found wrong in a part of a request, each field by itself, behind what was found by others. It must have been parsed with
 * `reportInput`.
 */
export const inputProblem = (issues: readonly Issue[], part: string, found: readonly Problem[] = []): Problem =>
  problem('http.input', {}, { status: 400, errors: [...found, ...issues.map((issue) => fault(issue, part))] });

/** Nothing that is asked for lies as deep; what does is refused by its schema, and not by a stack that overflows. */
const DEEPEST = 40;

/** What came in, every text of it {@link straightened}; bytes and streams are left as they are. */
function withoutTurning(data: unknown, depth = 0): unknown {
  if (typeof data === 'string') return straightened(data);
  if (data === null || typeof data !== 'object' || depth > DEEPEST) return data;
  if (Array.isArray(data)) return data.map((each) => withoutTurning(each, depth + 1));
  if (Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutTurning(value, depth + 1)]));
}

function fault(issue: Issue, part: string): Problem {
  const path = issue.path.map(String);
  // Where: a JSON pointer into the body, `?name` for the query, `{name}` for a part of the path.
  const pointers: Record<string, string> = { querystring: `?${path.join('.')}`, params: `{${path.join('.')}}` };
  const pointer =
    pointers[part] ?? `/${path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  const field = fieldName(path.length === 0 ? [part] : issue.path);
  const [code, params] = wording(issue);
  return problem(code, { field, ...params }, { status: 400, pointer });
}

function wording(issue: Issue): [code: string, params: Problem['params']] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? ['http.field-missing', {}] : ['http.field-type', { expected: issue.expected }];
    case 'too_big':
      return size(issue.origin, 'big', Number(issue.maximum));
    case 'too_small':
      return size(issue.origin, 'small', Number(issue.minimum));
    case 'invalid_format':
      return MESSAGE_KEY.test(issue.message) ? [issue.message, {}] : ['http.field-format', { format: issue.format }];
    case 'unrecognized_keys':
      return ['http.field-unknown', { fields: issue.keys }];
    case 'invalid_value':
      return ['http.field-choice', { choices: issue.values.map(String) }];
    case 'invalid_union':
      // Told apart by one of its fields, which says none of them.
      return 'options' in issue && Array.isArray(issue.options)
        ? ['http.field-choice', { choices: issue.options.map(String) }]
        : ['http.field-wrong', {}];
    case 'custom':
      if (MESSAGE_KEY.test(issue.message)) return [issue.message, issue.params as Problem['params']];
      return ['http.field-wrong', {}];
    default:
      return ['http.field-wrong', {}];
  }
}

function size(origin: string, which: 'big' | 'small', limit: number): [string, Problem['params']] {
  const what = origin === 'string' ? 'text' : ['array', 'set', 'map'].includes(origin) ? 'list' : 'number';
  if (what === 'text' && which === 'small' && limit === 1) return ['http.field-missing', {}];
  return [`http.${what}-too-${which}`, { limit }];
}
