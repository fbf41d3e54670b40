import type { Day } from '../../kernel/index.ts';
import { NoticeKind, type NoticeRow } from '../contract.ts';

/** What the order goes by. */
type Ranked = Pick<NoticeRow, 'id' | 'kind' | 'color' | 'due' | 'at'>;

/**
 * The worst first: what is late before all that is not. Of what is late the gravest, as the ladder has it (red or raised, orange or on the public
 * list, yellow, overdue, the rest), and of what is equally grave the longest overdue. Of what is not late by kind, slips by colour, then by the
 * day. At last as it happened. Pure.
 */
export const worstFirst = <R extends Ranked>(rows: readonly R[], today: Day): R[] =>
  rows.toSorted(
    (a, b) =>
      Number(isLate(b, today)) - Number(isLate(a, today)) ||
      (isLate(a, today) ? grave(b) - grave(a) || byDay(a, b) || rank(a) - rank(b) : rank(a) - rank(b)) ||
      grave(b) - grave(a) ||
      byDay(a, b) ||
      compare(a.at, b.at) ||
      compare(a.id, b.id),
  );

/** Whether the day has passed by which something was to be done; that of a session is one to be there. */
const isLate = ({ kind, due }: Ranked, today: Day): boolean =>
  kind === 'overdue' || (due !== null && due < today && kind !== 'session');

function grave({ kind, color }: Ranked): number {
  if (color === 'red' || kind === 'raised') return 4;
  if (color === 'orange' || kind === 'listed') return 3;
  if (color === 'yellow') return 2;
  return kind === 'overdue' ? 1 : 0;
}

/** A blue slip warns of what is due soon, and weighs no more than that. */
const rank = ({ kind, color }: Ranked): number => NoticeKind.options.indexOf(color === 'blue' ? 'due-soon' : kind);

const byDay = (a: Ranked, b: Ranked): number => compare(a.due ?? '9999', b.due ?? '9999');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
