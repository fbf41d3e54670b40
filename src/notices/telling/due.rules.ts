import type { NoticeRow } from '../contract.ts';

/** Whether the deadline told of is the supervision office's own: a clock of no unit has run out, or soon will. */
export const isOffices = ({ kind, unit }: Pick<NoticeRow, 'kind' | 'unit'>): boolean =>
  unit === null && (kind === 'overdue' || kind === 'due-soon');
