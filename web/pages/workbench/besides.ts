import type { FormAct } from '../../acts/fields.ts';

/** The other way that the same thing to do may go; a row offers it beside its first act. */
export const besides: Partial<Record<string, FormAct>> = {
  accept: 'refuse',
  answer: 'report',
  verify: 'return',
  grant: 'deny',
  close: 'return',
  propose: 'report',
  reopen: 'exclude',
};

/** Acts that take nothing but a yes and are done with one click. */
export const oneClick: ReadonlySet<string> = new Set(['accept']);
