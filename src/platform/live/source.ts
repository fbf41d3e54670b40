import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import type { Tx } from '../postgres/index.ts';
import type { Moved } from './contract.ts';

/** A stream of acts that has moved, and between which of its acts. */
export type MovedStream = { readonly stream: Uuid; readonly first: number; readonly last: number };

/** Those of one room that a seat may see. */
export type Seen = { readonly id: Uuid; readonly round: Uuid | null; readonly mine: boolean };

/** A room whose streams are announced. */
export type Topic = {
  readonly room: Moved['room'];
  /** Which of the streams are the room's own and may be read by the caller: by its policy, and by row-level security. */
  readonly readable: (tx: Tx, caller: Caller, streams: readonly Uuid[]) => Promise<readonly Seen[]>;
  /** The units and seats that these acts have let go, and that may see no more of it. For the system caller. */
  readonly leavers?: (tx: Tx, city: number, moved: readonly MovedStream[]) => Promise<readonly Uuid[]>;
  /** The seats that see more of these streams than others of their role in their units. For the system caller. */
  readonly apart?: (tx: Tx, city: number, streams: readonly Uuid[]) => Promise<readonly Uuid[]>;
};

/** What the live line asks of the rooms above it, handed in where the program is put together. */
export type LiveSource = {
  /** See `newsSince` of the ledger. */
  readonly since: (
    tx: Tx,
    city: number,
    from: string | null,
    upTo?: string | null,
  ) => Promise<{ readonly position: string; readonly moved: readonly MovedStream[] | null }>;
  readonly topics: readonly Topic[];
};
