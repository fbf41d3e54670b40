import type { SeatRole } from '../../../../src/platform/identity/contract.ts';
import { actFields, type Field, type FormAct } from '../../../acts/fields.ts';

/** What a seat does to many matters at once, the most usual first; whether each of them allows it, each says itself. */
const ACTS: Readonly<Record<SeatRole, readonly FormAct[]>> = {
  supervisor: ['remind', 'slip', 'verify', 'close', 'assign', 'return', 'pause', 'resume', 'note'],
  mayor: ['remind', 'instruct', 'note'],
  handler: ['accept', 'report', 'refuse', 'note'],
  head: ['accept', 'report', 'refuse', 'note'],
  administrator: [],
};

export const bulkActs = (role: SeatRole): readonly FormAct[] => ACTS[role];

/** What is asked once for all: what belongs to one matter alone (its files, one of its units) is not. */
export const bulkFields = (kind: FormAct): Field[] =>
  actFields[kind]
    .filter(
      (field) =>
        field.kind !== 'files' &&
        field.among !== 'matter' &&
        field.among !== 'asking' &&
        field.kind !== 'seat' &&
        field.name !== 'green',
    )
    .filter((field) => field.kind !== 'percent')
    .map(({ from: _, ...field }) => field);
