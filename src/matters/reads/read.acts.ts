import { findSitters } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { OVERSEERS } from '../matter.policy.ts';
import type { NoteRead, Readers } from './read.contract.ts';
import { findOwnRead, findReadable, findReads, findUnseen, noteRead } from './read.store.ts';

/** How many of those who read a matter are named, the latest first. */
const MOST = 100;

/** Who has read a matter. Refuses one that is not there or not to be read (404, the same for both). */
export async function viewReaders(tx: Tx, caller: Caller, matter: Uuid): Promise<Readers> {
  const { city } = caller;
  const head = await findReadable(tx, city, matter);
  if (!head) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const asks = OVERSEERS.includes(caller.role) && head.phase !== 'closed';
  const [{ rows, count }, mine, unseen] = [
    await findReads(tx, city, matter, MOST),
    await findOwnRead(tx, caller, matter),
    asks ? await findUnseen(tx, city, matter, head.units) : [],
  ];
  const sitter = await findSitters(tx, city, [...new Set(rows.map(({ seat }) => seat))]);
  return {
    count,
    rows: rows.map(({ seat, seq, at }) => {
      const { name = '', title = '', unit = null } = sitter(seat, at) ?? {};
      return { seat, who: name, title, unit, upTo: seq, at: at.toISOString() };
    }),
    mine,
    unseen,
  };
}

/** Notes that the caller has really had the matter before them, up to an act. Answers with who has read it, then. */
export async function readMatter(
  tx: Tx,
  caller: Caller,
  matter: Uuid,
  { upTo }: NoteRead,
  now: Date,
): Promise<Readers> {
  await noteRead(tx, caller, matter, { upTo, at: now });
  return viewReaders(tx, caller, matter);
}
