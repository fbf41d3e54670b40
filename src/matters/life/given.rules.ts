import type { z } from 'zod';
import { problem, type Problem } from '../../kernel/index.ts';
import { DECIMAL } from '../../kernel/contract.ts';
import type { Ask } from './ask.rules.ts';

/**
 * A fault in what was given with an act, in our own words and with its place. The schema library's sentences are in one
 * language and speak of types; whoever fills in a form wants the name of the field.
 */
export function givenFault(issue: z.core.$ZodIssue, ask: Pick<Ask, 'kind' | 'given'>): Problem {
  const path = issue.path.map(String);
  const field = path[0] ?? '';
  const fault = (code: string, params: Record<string, string | string[]> = {}, at = path): Problem =>
    problem(
      `matter.${code}`,
      { field, act: ask.kind, ...params },
      { status: 400, pointer: ['/given', ...at].join('/') },
    );
  switch (issue.code) {
    case 'unrecognized_keys':
      return fault('given-unknown', { keys: issue.keys }, [...path, issue.keys[0]!]);
    case 'invalid_type':
      return fault(isMissing(ask.given, path) ? 'given-missing' : 'given');
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? fault('given-empty')
        : fault('given-too-small', { min: String(issue.minimum) });
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? fault('given-too-long', { max: String(issue.maximum) })
        : fault('given-too-large', { max: String(issue.maximum) });
    case 'invalid_format':
      if (issue.format === 'date') return fault('given-not-a-day');
      if (issue.format === 'regex' && issue.pattern === String(DECIMAL)) return fault('given-not-a-quantity');
      return fault(issue.format === 'uuid' ? 'given-not-an-id' : 'given');
    default:
      return fault('given');
  }
}

/** Whether there is nothing at a path. */
function isMissing(given: unknown, path: readonly string[]): boolean {
  let at = given;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return true;
    at = (at as Record<string, unknown>)[key];
  }
  return at === undefined;
}
