import type { NoticeRow } from '../contract.ts';

/** Whether the deadline told of is the supervision office's own: a clock of no unit, nor of a higher seat, has run out, or soon will. */
export const isOffices = ({ kind, unit, why }: Pick<NoticeRow, 'kind' | 'unit' | 'why'>): boolean =>
  unit === null && why !== 'raised' && (kind === 'overdue' || kind === 'due-soon');
