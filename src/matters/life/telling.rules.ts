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
  'slip',
  'list',
  'raise',
  'help',
  'appoint',
  'clear',
  'recuse',
  'convene',
  'breach',
  'retract',
  'waive',
  'exempt',
  'revise',
  'join',
  'wish',
]);

/** Acts of which whoever raised the matter is told besides. */
const TELLING_ORIGINATORS: ReadonlySet<string> = new Set<ActKind>([
  'close',
  'review',
  'part',
  'settle',
  'keep',
  'fail',
  'drop',
  'refer',
]);
/** What whoever raised the matter adds to it unasked: those who work on it are told. */
const TELLING_OF_ORIGINATORS: ReadonlySet<string> = new Set<ActKind>(['note', 'attach']);

/** Seats that the words of an act call by name. */
export const mentioned = (given: Readonly<Record<string, unknown>>): Uuid[] => {
  const seats = given['mentions'];
  return Array.isArray(seats) ? seats.filter((seat): seat is Uuid => typeof seat === 'string') : [];
};

type Telling = {
  kind: string;
  seat?: Uuid | null;
  given: Readonly<Record<string, unknown>>;
  effects?: readonly { readonly do: string; readonly passed?: boolean; readonly lifts?: true }[];
};

/** Whether somebody may have to be told of an act; whoever it is, is decided later, by src/notices. `originators`: of the matter. */
export const tells = (act: Telling, originators: readonly { readonly id: Uuid }[] = []): boolean =>
  TELLING.has(act.kind) ||
  // A sealed matter has come to those who are named.
  // A gate was not passed, or the work that stood may go on.
  (act.kind === 'inspect' &&
    (act.effects ?? []).some((effect) => effect.do === 'inspection' && (effect.passed === false || effect.lifts))) ||
  // Somebody is not impartial towards parties that have come in.
  (act.kind === 'involve' && (act.effects ?? []).some((effect) => 'conflicts' in effect)) ||
  (act.kind === 'register' && (act.effects ?? []).some((effect) => effect.do === 'seal')) ||
  (originators.length > 0 && TELLING_ORIGINATORS.has(act.kind)) ||
  (TELLING_OF_ORIGINATORS.has(act.kind) && originators.some(({ id }) => id === act.seat)) ||
  // The office knows what it heard itself.
  (act.kind === 'callback' && act.seat === null) ||
  mentioned(act.given).length > 0;
