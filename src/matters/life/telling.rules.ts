import type { Uuid } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';

/** Acts that ask something of somebody else, or answer what they asked. The others stand in the matter for whoever looks. */
const TELLING: ReadonlySet<string> = new Set<ActKind>([
  'assign',
  'refuse',
  'return',
  'reopen',
  'answer',
  'extend',
  'grant',
  'deny',
  'remind',
  'instruct',
  'inquire',
  'reply',
  'promise',
  'propose',
  'evaluate',
  'exclude',
]);

/** Acts of which whoever raised the matter is told besides. */
const TELLING_ORIGINATORS: ReadonlySet<string> = new Set<ActKind>(['close', 'review']);

/** Seats that the words of an act call by name. */
export const mentioned = (given: Readonly<Record<string, unknown>>): Uuid[] => {
  const seats = given['mentions'];
  return Array.isArray(seats) ? seats.filter((seat): seat is Uuid => typeof seat === 'string') : [];
};

/** Whether somebody may have to be told of an act; whoever it is, is decided later, by src/notices. `raised`: somebody raised the matter. */
export const tells = (act: { kind: string; given: Readonly<Record<string, unknown>> }, raised = false): boolean =>
  TELLING.has(act.kind) || (raised && TELLING_ORIGINATORS.has(act.kind)) || mentioned(act.given).length > 0;
