import type { Uuid } from '../../kernel/index.ts';
import type { Statement, Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';
import type { Cursor } from '../lists/cursor.rules.ts';

const counted = {
  name: 'matter.below-count',
  text: `select count(*)::integer as n, (count(*) filter (where phase = 'closed'))::integer as done
    from matter where city = $1 and parent = $2`,
};

type BelowCount = { readonly n: number; readonly done: number };

/** How many stand below a matter that the caller may read, and how many of these are struck off. */
export async function countBelow(tx: Tx, city: number, parent: Uuid): Promise<BelowCount> {
  const [count] = await tx.run<BelowCount>(counted, [city, parent]);
  return count!;
}

/** A matter below another with its place among the others: when its lead unit's time ends, nothing once it is struck off. */
type Below = { readonly id: Uuid; readonly state: MatterState; readonly key: Cursor };

// What is unfinished by when its time ends, then what is struck off, the newest first. A key without an instant is of the latter.
const page = (name: string, past: string): Statement => ({
  name: `matter.below-${name}`,
  text: `select id, state,
      case when phase = 'closed' then '' when isfinite(due_at)
        then to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else 'infinity' end as at
    from matter where city = $1 and parent = $2 ${past}
    order by phase = 'closed', case when phase <> 'closed' then due_at end, case when phase <> 'closed' then id end, id desc
    limit $3`,
});
const first = page('first', '');
const afterOpen = page('open', `and (phase = 'closed' or (due_at, id) > ($4::timestamptz, $5::uuid))`);
const afterClosed = page('closed', `and phase = 'closed' and id < $4::uuid`);

/** So many of those below a matter that the caller may read, after one of them: the unfinished first, of these the worst first. */
export async function findBelow(
  tx: Tx,
  city: number,
  parent: Uuid,
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): Promise<Below[]> {
  const run = () => {
    if (after === null) return tx.run<Row>(first, [city, parent, limit]);
    return after.at === ''
      ? tx.run<Row>(afterClosed, [city, parent, limit, after.id])
      : tx.run<Row>(afterOpen, [city, parent, limit, after.at, after.id]);
  };
  return (await run()).map(({ id, state, at }) => ({ id, state: stateOf(state), key: { at, id } }));
}
type Row = { id: Uuid; state: string; at: string };
