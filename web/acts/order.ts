import type { Phase } from '../../src/mechanism/contract.ts';
import type { FormAct } from './fields.ts';

/** Acts in the order in which they matter to whoever looks: what moves the matter on first, what is said beside it last. */
const order: readonly FormAct[] = [
  'accept',
  'verify',
  'close',
  'answer',
  'grant',
  'resume',
  'assign',
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

/** Acts for which the matter waits: the first of them that is allowed is the page's one primary act. */
const awaited: ReadonlySet<string> = new Set(['accept', 'verify', 'close', 'answer', 'grant', 'resume']);

export const inOrder = <T extends { kind: string }>(choices: readonly T[]): T[] =>
  choices.toSorted((a, b) => order.indexOf(a.kind as FormAct) - order.indexOf(b.kind as FormAct));

/** Whether the matter waits for this act; to be assigned, it waits only before it was. */
export const isAwaited = (kind: string, phase: Phase): boolean =>
  awaited.has(kind) || (kind === 'assign' && phase === 'open');
