import type { MouseEvent } from 'react';

/** What can be done with a row of the ledger. */
export type RowActs = {
  /** Opens the row. Its link is a plain one, as the router's own is half of what a row costs to draw. */
  onOpen: (event: MouseEvent, id: string) => void;
  /** With Shift, all rows from the one that the keys stand on. */
  onChoose: (id: string, shift: boolean) => void;
};
