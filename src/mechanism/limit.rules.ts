import type { Limit } from '../kernel/index.ts';

/** Reads `2 workdays`, `30 days` or `due`. The text has passed the schema, so anything else is a fault of ours: throws. */
export function limitOf(text: string): Limit {
  if (text === 'due') return { kind: 'due' };
  const match = /^(\d+) (work)?days?$/u.exec(text);
  if (!match) throw new Error(`not a limit: ${text}`);
  return { kind: match[2] ? 'workdays' : 'days', n: Number(match[1]) };
}
