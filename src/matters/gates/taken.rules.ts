import { dayOf, momentOf, type Uuid } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { GateState } from '../life/state-parts.rules.ts';

/** Of which day a reading is, and when it was kept on the device on which it was taken. */
export type Taken = { readonly on: string; readonly at: Date };

/** When the work stopped at a gate that holds it: at its last inspection, unless one before that had stopped it. */
export const haltedSince = ({ at, since = at }: Pick<GateState, 'at' | 'since'>): string => since;

/**
 * When a reading was taken; null for any other act. A device without a line names its act when it keeps it, by an id that holds that moment
 * (UUIDv7), and sends it under that id whenever there is a line. Pure.
 */
export const takenOf = (kind: ActKind, id: Uuid, { on }: Readonly<Record<string, unknown>>): Taken | null =>
  kind === 'measure' && typeof on === 'string' ? { on, at: momentOf(id) } : null;

/**
 * Whether a reading was taken before the work stopped at a gate. The day that it is of is what whoever takes it answers for, so that one of an
 * earlier day was. Of the day of the stop itself the device's clock decides, unless it was of another day then: that clock is wrong. Pure.
 */
export function isTakenBefore({ on, at }: Taken, gate: Pick<GateState, 'at' | 'since'>): boolean {
  const since = new Date(haltedSince(gate));
  const day = dayOf(since);
  return on === day ? at < since && dayOf(at) === day : on < day;
}
