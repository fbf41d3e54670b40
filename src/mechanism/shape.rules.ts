import type { z } from 'zod';
import type { FaultAt } from './check.rules.ts';

const NOT_A: Readonly<Record<string, string>> = {
  string: 'not-a-text',
  boolean: 'not-true-or-false',
  array: 'not-a-list',
  object: 'not-a-map',
  record: 'not-a-map',
};

/**
 * A fault of the shape in our own words: the schema library speaks one language, the reader's may be another. `has` tells
 * whether the file has anything at a path, so that what is missing is not called wrong.
 */
export function shapeFault(issue: z.core.$ZodIssue, has: (path: (string | number)[]) => boolean): FaultAt {
  const path = issue.path as (string | number)[];
  const where = path.join('.') || '/';
  const fault = (code: string, params: Record<string, string> = {}): FaultAt => ({
    path,
    code: `mechanism.${code}`,
    params: { where, ...params },
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return { ...fault('unknown-key', { keys: issue.keys.join(' ') }), path: [...path, issue.keys[0]!] };
    case 'invalid_value':
      return has(path) ? fault('not-one-of', { known: issue.values.map(String).join(' ') }) : fault('missing');
    case 'invalid_type':
      return fault(has(path) ? (NOT_A[issue.expected] ?? 'not-a-text') : 'missing');
    case 'invalid_key':
      return fault('name-malformed');
    case 'invalid_format':
      return fault(path.at(-1) === 'limit' || path.at(-1) === 'otherwise' ? 'limit-malformed' : 'name-malformed');
    case 'too_small':
      return fault('empty');
    case 'too_big':
      return fault('too-large', { max: String(issue.maximum) });
    default:
      return fault('shape', { what: issue.message });
  }
}
