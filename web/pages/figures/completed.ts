import { spanOf } from '../../../src/figures/counts/period.rules.ts';
import type { FiguresSearch } from './figures-search.ts';

type Rows = readonly { key: string; span: { first: string; last: string } | null }[];

/** What the address leaves out: the first mechanism, and the month in which something was counted last. */
export function completed(told: FiguresSearch, rows: Rows, today: string) {
  const mechanism = rows.find(({ key }) => key === told.mechanism) ?? rows[0];
  if (!mechanism) return null;
  const month = spanOf('month', mechanism.span?.last ?? today);
  return { ...told, mechanism: mechanism.key, from: told.from ?? month.from, to: told.to ?? month.to };
}
