import { Refusal, type Problem } from './problem.ts';

/** What a pure decision returns: a value, or the problem that says why not. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** What went well, with its value. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
/** What is refused, with what is wrong. */
export const no = (problem: Problem): Result<never> => ({ ok: false, problem });

/** The value, or the refusal thrown. Used inside a transaction, which it undoes. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.problem);
}
