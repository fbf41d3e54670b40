import type { Measure } from '../../src/kernel/contract.ts';
import { DECIMAL, decimalOf, inMeasure, millionths } from '../../src/kernel/quantity.rules.ts';
import type { TargetsView, TargetView } from '../../src/matters/targets/target.contract.ts';
import type { Waiting } from '../outbox/store.ts';

/**
 * The targets of a site with what waits on this machine to be sent: it is sent first, in the order in which it was taken, so that the server
 * will hold the next reading against it. What was refused is in no ledger and will be in none as it stands. Pure.
 */
export function withWaiting(targets: TargetsView, waiting: readonly Waiting[]): TargetsView {
  const taken = waiting.filter(({ kind, refused }) => kind === 'measure' && !refused);
  if (taken.length === 0) return targets;
  const rows = targets.rows.map((row) => {
    const own = taken.flatMap((act) => readingFrom(act, row, targets));
    return own.length ? { ...row, readings: [...row.readings, ...own].toSorted(byDay) } : row;
  });
  return { ...targets, rows };
}

type Reading = TargetView['readings'][number];

// Of one day, as they came: sorting keeps that order.
const byDay = (a: Reading, b: Reading): number => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1);

function readingFrom({ id, at, given }: Waiting, row: TargetView, { known }: TargetsView): Reading[] {
  const { target, value, on, in: unit, reason } = given;
  if (target !== row.target || typeof value !== 'string' || typeof on !== 'string' || !DECIMAL.test(value)) return [];
  const its = known.find((one) => one.target === row.target)?.in ?? row.in;
  const exact = inMeasure(millionths(value), (typeof unit === 'string' && unit ? unit : its) as Measure, row.in);
  if (exact === null) return [];
  const said = typeof reason === 'string' ? reason : null;
  return [{ act: id, at, on, value: decimalOf(exact), odd: null, reason: said, position: null, files: 0 }];
}
