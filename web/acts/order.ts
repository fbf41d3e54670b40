import type { FormAct } from './ActFormBody.tsx';

/** Acts in the order in which they matter to whoever looks: what moves the matter on first, what is said beside it last. */
const order: readonly FormAct[] = [
  'accept',
  'verify',
  'close',
  'answer',
  'assign',
  'grant',
  'resume',
  'report',
  'return',
  'refuse',
  'deny',
  'extend',
  'remind',
  'instruct',
  'pause',
  'reopen',
  'attach',
  'note',
  'correct',
];

/** Acts that move the matter on: the first of them that is allowed is the page's one primary act. */
const moving: ReadonlySet<string> = new Set(order.slice(0, order.indexOf('report') + 1));

export const inOrder = <T extends { kind: string }>(choices: readonly T[]): T[] =>
  choices.toSorted((a, b) => order.indexOf(a.kind as FormAct) - order.indexOf(b.kind as FormAct));

export const isMoving = (kind: string): boolean => moving.has(kind);
