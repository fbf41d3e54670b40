import type { NoticeRow } from '../contract.ts';

/**
 * Whether the deadline told of is the supervision office's own: a clock of no unit, nor of a higher seat or those named, or of a unit that has refused,
 * has run out, or soon will.
 */
export const isOffices = ({ kind, unit, why }: Pick<NoticeRow, 'kind' | 'unit' | 'why'>): boolean =>
  (kind === 'overdue' || kind === 'due-soon') &&
  (unit === null ? why !== 'raised' && why !== 'helper' && why !== 'sealed' : why === 'refused');
