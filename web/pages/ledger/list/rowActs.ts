import type { MouseEvent } from 'react';

/** What can be done with a row of the ledger. */
export type RowActs = {
  onOpen: (event: MouseEvent, id: string) => void;
  /** With Shift, all rows from the one that the keys stand on. */
  onChoose: (id: string, shift: boolean) => void;
};
