import type { Uuid } from '../../kernel/index.ts';
import type { EntryAct } from '../../ledger/index.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';

/** Who sits on a seat, for which unit and under which title, since when. */
export type Sitting = { account: Uuid; unit: Uuid | null; title: string; from: string; until: string | null };
/** A seat after all its acts so far; `tenures` oldest first, the last is the present one. */
export type SeatState = { role: SeatRole; from: string; until: string | null; tenures: readonly Sitting[] };

/** Folds the acts of a seat. Whatever changes of who sits there and for whom begins another tenure. */
export function foldSeat(state: SeatState | null, { kind, given, at }: EntryAct): SeatState {
  if (kind === 'open-seat') {
    const { account, unit, title, role } = given as Pick<Sitting, 'account' | 'unit' | 'title'> & { role: SeatRole };
    return { role, from: at, until: null, tenures: [{ account, unit, title, from: at, until: null }] };
  }
  if (!state) throw new Error(`${kind} on a seat that was not opened`);
  switch (kind) {
    case 'hand-over-seat':
    case 'move-seat':
    case 'retitle-seat':
      return { ...state, tenures: [...ended(state, at), { ...sittingOf(state), ...given, from: at, until: null }] };
    case 'end-seat':
      return { ...state, until: at, tenures: ended(state, at) };
    default:
      throw new Error(`no act on a seat: ${kind}`);
  }
}

/** Who sits there now, or sat there last. */
export const sittingOf = (state: SeatState): Sitting => state.tenures.at(-1)!;

const ended = (state: SeatState, at: string): Sitting[] => [
  ...state.tenures.slice(0, -1),
  { ...sittingOf(state), until: at },
];
