/**
 * A refusal that a reader can act on: what is wrong, where, and what would be right. It holds a code and values, never
 * a sentence: the sentence stands in `messages/` and is chosen at the edge (HTTP, command line, page) in the reader's
 * language.
 */
export type Problem = {
  /** The message's key, `room.what-is-wrong`, e.g. `matter.stage-forbids-act`. */
  readonly code: string;
  /** The HTTP status that fits: 400 malformed, 401, 403, 404, 409 conflict, 413, 415, 422 refused by a rule, 429. */
  readonly status: number;
  /** Values for the message's placeholders. */
  readonly params?: Readonly<Record<string, ProblemParam>>;
  /** Where: a JSON pointer into the body, a line (`line 12`) or a query parameter. */
  readonly pointer?: string;
  /** Faults of single fields, when there are several. */
  readonly errors?: readonly Problem[];
};

/** A name in both languages, e.g. of a mechanism's stage. */
export type Named = { readonly zh: string; readonly en: string };
export type ProblemParam = string | number | boolean | null | Named | readonly (string | Named)[];

/** Makes a problem; the status is 422 (a rule says no) unless told otherwise. */
export function problem(
  code: string,
  params: Readonly<Record<string, ProblemParam>> = {},
  more: { status?: number; pointer?: string; errors?: readonly Problem[] } = {},
): Problem {
  return { code, status: more.status ?? 422, params, ...more };
}

/** The exception that carries a problem out of a transaction; nothing of that transaction stays. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(p: Problem) {
    super(`${p.code} ${JSON.stringify(p.params ?? {})}`);
    this.name = 'Refusal';
    this.problem = p;
  }
}

/** Throws the refusal for a code; see {@link problem}. */
export function refuse(...args: Parameters<typeof problem>): never {
  throw new Refusal(problem(...args));
}
