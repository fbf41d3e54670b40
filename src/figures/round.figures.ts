import { refuse, type Uuid } from '../kernel/index.ts';
import { isSettled } from '../ledger/index.ts';
import { findRound, mattersAsOf } from '../matters/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { RoundFigures } from './contract.ts';
import { figuresOf, groupsOf, type Counted } from './round.rules.ts';

/**
 * The completion of a round as of a moment: its matters folded from the acts done up to then, and counted. `horizon` binds
 * the count to a checkpoint (see the ledger). Counts only what the caller may read. Refuses a round that is not there.
 */
export async function roundFigures(
  tx: Tx,
  city: number,
  round: Uuid,
  asOf: Date,
  now: Date,
  horizon: string | null = null,
): Promise<RoundFigures> {
  if (!(await findRound(tx, city, round))) return refuse('matter.round-not-found', {}, { status: 404 });
  if (asOf > now)
    return refuse('figures.in-the-future', { asOf: asOf.toISOString() }, { status: 400, pointer: 'asOf' });
  const [matters, settled] = await Promise.all([mattersAsOf(tx, city, round, asOf, horizon), isSettled(tx, asOf, now)]);
  const counted: Counted[] = matters.toSorted((a, b) => a.state.n - b.state.n);
  const lead = ({ state }: Counted): Uuid | null => state.units.find((u) => u.part === 'lead')?.unit ?? null;
  return {
    round,
    asOf: asOf.toISOString(),
    settled,
    whole: figuresOf(counted, asOf),
    byArea: groupsOf(counted, ({ state }) => state.area, asOf),
    byUnit: groupsOf(counted, lead, asOf),
  };
}
