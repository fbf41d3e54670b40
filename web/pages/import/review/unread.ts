import type { ImportView } from '../../../../src/intake/sheets/contract.ts';

type Column = {
  readonly head: string;
  /** Which column it is, counted from 1 as in the table. */
  readonly n: number;
  /** Another column has the same head. */
  readonly twin: boolean;
};

/** The columns with a head that no field is read from: one whose head says nothing to us, and the second of two that name the same. */
export function unreadColumns({ headings, mapping }: Pick<ImportView, 'headings' | 'mapping'>): Column[] {
  const read = new Set(Object.values(mapping));
  return headings.flatMap((head, column) => {
    if (head === '' || read.has(column)) return [];
    return [{ head, n: column + 1, twin: headings.indexOf(head) !== headings.lastIndexOf(head) }];
  });
}
