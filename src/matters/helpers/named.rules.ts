import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { runsOut } from '../life/ends.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { whyNot } from '../matter.policy.ts';

/**
 * What a sealed matter may wait for from those who are named for it, the first first. A request to be erased waits beside the others, in any stage,
 * and is offered and marked beside them (ADR 587): it stands for itself only where nothing else does.
 */
const NEXT: readonly ActKind[] = ['accept', 'answer', 'delist', 'close', 'forget'];

/** What a sealed matter waits for from this seat, which is named for it; null where from none, or from another of them. */
export const nextOfNamed = (mechanism: Mechanism, state: MatterState, caller: Caller, now: Date): ActKind | null =>
  NEXT.find((kind) => whyNot(mechanism, state, caller, kind, now) === null) ?? null;

/**
 * When that runs out: the first of the open clocks that are everybody's who is named, or this seat's own, and of the day by which a request to be
 * erased is decided; null where none runs.
 */
export function dueOfNamed(
  { clocks, erasing }: Pick<MatterState, 'clocks' | 'erasing'>,
  { seat }: Pick<Caller, 'seat'>,
): Date | null {
  const ends = clocks
    .filter((c) => c.stoppedAt === null && c.paused === null && c.unit === null && !c.lapses)
    .flatMap((c) => (c.seat === undefined || c.seat === seat ? [runsOut(c)] : []));
  const asked = erasing?.agreed === null && erasing.due ? [runsOut({ due: erasing.due })] : [];
  return [...ends, ...asked].toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
