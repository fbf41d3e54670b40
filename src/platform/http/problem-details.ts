import type { Problem } from '../../kernel/index.ts';
import { sentence, type Language } from '../i18n/index.ts';

/** RFC 9457 problem details as they go over the wire. */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params: Problem['params'];
  readonly errors?: readonly { readonly pointer: string | undefined; readonly code: string; readonly detail: string }[];
  /** The number to quote when asking about it. */
  readonly instance: string;
};

const TITLES = new Set([400, 401, 403, 404, 405, 408, 409, 410, 413, 414, 415, 422, 429, 431, 500, 503]);

const titleOf = (status: number): string => `http.title.${TITLES.has(status) ? status : status < 500 ? 400 : 500}`;

/** A problem in the reader's language. */
export function problemDetails(problem: Problem, language: Language, instance: string): ProblemDetails {
  const { code, status, params } = problem;
  const faults = problem.errors ?? (problem.pointer === undefined ? [] : [problem]);
  const errors = faults.map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    detail: sentence(language, fault.code, fault.params),
  }));
  return {
    type: `urn:huiyin:problem:${code}`,
    title: sentence(language, titleOf(status)),
    status,
    detail: sentence(language, code, params),
    code,
    params: params ?? {},
    ...(errors.length > 0 ? { errors } : {}),
    instance,
  };
}
