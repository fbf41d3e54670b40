import type { Problem } from '../../kernel/index.ts';

/** An issue before it is worded: its sentence is chosen in the reader's language. */
export type Issue<F extends string> = {
  readonly field: F;
  readonly level: 'fault' | 'doubt';
  readonly code: string;
  readonly params: NonNullable<Problem['params']>;
};

/** What keeps a line of a roster from being written, at the field where it stands; its words are `roster.<code>`. */
export const fault = <F extends string>(field: F, code: string, params: Issue<F>['params'] = {}): Issue<F> => ({
  field,
  level: 'fault',
  code: `roster.${code}`,
  params,
});
/** What is to be looked at and keeps nothing from being written. */
export const doubt = <F extends string>(field: F, code: string, params: Issue<F>['params'] = {}): Issue<F> => ({
  ...fault(field, code, params),
  level: 'doubt',
});

/** Whether something keeps a line from being written; doubts alone do not. */
export const hasFault = (issues: readonly { readonly level: string }[]): boolean =>
  issues.some(({ level }) => level === 'fault');

/** A formula that was never worked out leaves a blank that nobody meant: it is said of each cell, until something stands there. */
export const unvaluedIssues = <F extends string>(
  line: Readonly<Record<F, string>> & { readonly unvalued: readonly F[] },
): Issue<F>[] => line.unvalued.filter((field) => line[field] === '').map((field) => doubt(field, `unvalued-${field}`));
