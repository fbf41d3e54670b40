import type { Mechanism } from '../../mechanism/contract.ts';
import type { MatrixCell, Standing } from './matrix.contract.ts';

/** Where whoever works on a matter stands, by its stage alone. */
export function standingOf({ acts, stages }: Mechanism, stage: string): Standing {
  if (acts.exempt?.to === stage) return 'exempt';
  if (acts.waive?.to === stage) return 'claimed';
  if (acts.gain?.to === stage) return 'gained';
  switch (stages[stage]?.phase) {
    case 'closed':
      return 'done';
    case 'answered':
      return 'answered';
    case 'working':
      return 'working';
    default:
      return 'given';
  }
}

/** How many parts there are, and of these: struck off, none of the unit's, waiting for the office, under way; of the last the late ones. */
export type Tally = { n: number; done: number; exempt: number; waiting: number; going: number; late: number };

/** Counts parts. Each is counted once besides in `n`, so that the four add up to it; `late` is part of `going`. */
export function tally(cells: readonly Pick<MatrixCell, 'standing' | 'late'>[]): Tally {
  const of = (...standings: Standing[]): number => cells.filter(({ standing }) => standings.includes(standing)).length;
  return {
    n: cells.length,
    done: of('done', 'gained'),
    exempt: of('exempt'),
    waiting: of('answered', 'claimed'),
    going: of('given', 'working'),
    late: cells.filter(({ late }) => late).length,
  };
}

/** Items in the order of their numbers, as people count: 2 before 10, 1.2 before 1.10. */
export const byItem = (a: { readonly item: string }, b: { readonly item: string }): number =>
  ITEMS.compare(a.item, b.item);
const ITEMS = new Intl.Collator('zh', { numeric: true });
