import type { Problem } from '../kernel/index.ts';
import type { Mechanism } from '../mechanism/index.ts';

/** A refusal names stages by their keys; the file says how they are called. */
export function withStageNames(problem: Problem, { stages }: Mechanism): Problem {
  const name = (key: unknown): unknown => stages[String(key)]?.name ?? key;
  const params = Object.entries(problem.params ?? {}).map(([key, value]) => [
    key,
    key === 'stage' ? name(value) : key === 'stages' && Array.isArray(value) ? value.map(name) : value,
  ]);
  return { ...problem, params: Object.fromEntries(params) as NonNullable<Problem['params']> };
}
