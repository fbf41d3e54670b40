import type { z } from 'zod';
import type { FaultAt } from './fault.rules.ts';

const NOT_A: Readonly<Record<string, string>> = {
  string: 'not-a-text',
  boolean: 'not-true-or-false',
  array: 'not-a-list',
  object: 'not-a-map',
  record: 'not-a-map',
};

/** What a text that is not as it must be should have been, by where it stands. */
const MALFORMED: readonly (readonly [where: RegExp, code: string])[] = [
  [/^recurs\.[^.]+\.limit$/u, 'recurs-limit-malformed'],
  [/\.(limit|otherwise|green|limits\.[^.]+)$/u, 'limit-malformed'],
  [/^ladder\..+\.at$/u, 'rung-day-malformed'],
  [/^ladder\..+\.list$/u, 'rung-list-malformed'],
  [/^keep\.[^.]+$/u, 'keep-malformed'],
];

/**
 * A fault of the shape in our own words: the schema library speaks one language, the reader's may be another. `valueAt` gives what
 * the file has at a path, undefined for nothing, so that what is missing is not called wrong and what is wrong is quoted.
 */
export function shapeFault(issue: z.core.$ZodIssue, valueAt: (path: (string | number)[]) => unknown): FaultAt {
  const path = issue.path as (string | number)[];
  const last = path.at(-1);
  const isEntry = typeof last === 'number';
  // Whoever writes a list counts its entries from one.
  const at: Record<string, string> = isEntry
    ? { where: path.slice(0, -1).join('.'), n: String(last + 1) }
    : { where: path.join('.') || '/' };
  const has = (): boolean => valueAt(path) !== undefined;
  const fault = (code: string, params: FaultAt['params'] = {}): FaultAt => ({
    path,
    code: `mechanism.${code}`,
    params: { ...at, ...params },
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return { ...fault('unknown-key', { keys: issue.keys }), path: [...path, issue.keys[0]!] };
    case 'invalid_value':
      if (!has()) return fault('missing');
      if (isEntry && areWords(valueAt(path), issue.values)) return fault('comma-missing');
      return fault(isEntry ? 'entry-not-one-of' : 'not-one-of', {
        is: quoted(valueAt(path)),
        known: issue.values.map(String),
      });
    case 'invalid_type':
      if (!has()) return fault('missing');
      return fault(isEntry ? 'entry-not-a-text' : (NOT_A[issue.expected] ?? 'not-a-text'));
    case 'invalid_key':
      return fault('name-malformed');
    case 'invalid_format':
      return fault(MALFORMED.find(([where]) => where.test(path.join('.')))?.[1] ?? 'name-malformed');
    case 'too_small':
      return fault('empty');
    case 'too_big':
      return fault('too-large', { max: String(issue.maximum) });
    default:
      return fault('shape', { what: issue.message });
  }
}

/** Several words of those that may stand there, without a comma between them. */
const areWords = (value: unknown, known: readonly unknown[]): boolean => {
  const words = typeof value === 'string' ? value.split(/\s+/u) : [];
  return words.length > 1 && words.every((word) => known.includes(word));
};

/** What stands in the file, as far as a line of words has room for it. */
const quoted = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);
