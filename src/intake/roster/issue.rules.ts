import type { Problem } from '../../kernel/index.ts';

/** An issue before it is worded: its sentence is chosen in the reader's language. */
export type Issue<F extends string> = {
  readonly field: F;
  readonly level: 'fault' | 'doubt';
  readonly code: string;
  readonly params: NonNullable<Problem['params']>;
};

export const fault = <F extends string>(field: F, code: string, params: Issue<F>['params'] = {}): Issue<F> => ({
  field,
  level: 'fault',
  code: `roster.${code}`,
  params,
});
export const doubt = <F extends string>(field: F, code: string, params: Issue<F>['params'] = {}): Issue<F> => ({
  ...fault(field, code, params),
  level: 'doubt',
});

export const hasFault = (issues: readonly { readonly level: string }[]): boolean =>
  issues.some(({ level }) => level === 'fault');
