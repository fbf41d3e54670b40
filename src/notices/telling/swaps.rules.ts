import type { SeatHeld } from '../../directory/index.ts';
import type { DutySwap } from '../../duties/contract.ts';
import { dayOf, type Uuid } from '../../kernel/index.ts';
import type { StoredAct } from '../../ledger/index.ts';
import type { NoticeKind } from '../contract.ts';
import type { Told } from './told.rules.ts';

const TOLD: Readonly<Record<string, 'swap-asked' | 'swap-answered'>> = {
  'ask-duty-swap': 'swap-asked',
  'accept-duty-swap': 'swap-answered',
  'decline-duty-swap': 'swap-answered',
};

/** Whether an act asks for a swap of duties or answers one, so that somebody is told. */
export const isSwap = (act: Pick<StoredAct, 'kind'> | undefined): boolean => act !== undefined && act.kind in TOLD;

/** Whether what a notice says of a swap is still so and of use: nobody is asked for what was taken back, nor told of days that are over. */
export function swapHolds(kind: NoticeKind, { status, day, otherDay }: DutySwap, now: Date): boolean {
  const today = dayOf(now);
  if (kind === 'swap-asked') return status === 'asked' && day >= today && otherDay >= today;
  return day >= today || otherDay >= today;
}

/** Who is told of an act on a swap: whoever is asked, then whoever asked. A duty is one person's, and nobody else's to be told of. Pure. */
export function ofSwap(
  act: StoredAct,
  swap: DutySwap & { unit: Uuid },
  roster: readonly SeatHeld[],
  now: Date,
): Told[] {
  const kind = TOLD[act.kind];
  if (!kind || !swapHolds(kind, swap, now)) return [];
  const whose = kind === 'swap-asked' ? swap.other : swap.seat;
  return roster
    .filter(({ seat }) => seat === whose)
    .map(({ seat, account }) => ({ seat, account, kind, why: 'duty', unit: swap.unit, due: null }));
}
