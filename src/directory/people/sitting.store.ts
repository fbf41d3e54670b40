import type { Uuid } from '../../kernel/index.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** That somebody sat on a seat of a unit and could act, from a moment on and until another: null while they still do. */
export type SatThere = {
  readonly seat: Uuid;
  readonly account: Uuid;
  readonly name: string;
  readonly title: string;
  readonly unit: Uuid;
  readonly from: Date;
  readonly until: Date | null;
};
type Row = SatThere & { readonly disabled: Date | null; readonly turns: readonly { kind: string; at: string }[] };

const sat = {
  name: 'directory.sat-there',
  text: `select t.seat, t.account, a.name, t.title, t.unit, t.from_at as "from", t.until_at as until, a.disabled_at as disabled,
      (select coalesce(json_agg(json_build_object('kind', b.kind, 'at', b.at) order by b.seq), '[]') from act b
        where b.city = t.city and b.stream = t.account and b.kind in ('disable-person', 'enable-person')) as turns
    from tenure t join seat s on s.city = t.city and s.id = t.seat join account a on a.city = t.city and a.id = t.account
    where t.city = $1 and t.unit = any ($2::uuid[]) and s.role = $3 order by t.seat, t.n`,
};

/**
 * Who sat on the seats of these units in a role, and when, in the order in which the seats were opened: each stretch of it for itself,
 * without the time in which the account was disabled. For use as the system, as of the register no one else reads the acts.
 */
export async function findSatThere(
  tx: Tx,
  city: number,
  units: readonly Uuid[],
  role: SeatRole,
): Promise<readonly SatThere[]> {
  return (await tx.run<Row>(sat, [city, units, role])).flatMap(stretchesOf);
}

function stretchesOf({ disabled, turns, ...whole }: Row): SatThere[] {
  const stretches: SatThere[] = [];
  let from: Date | null = whole.from;
  const close = (at: Date) => {
    if (from !== null && from < at) stretches.push({ ...whole, from, until: at });
    from = null;
  };
  const ended = whole.until ?? new Date(8.64e15);
  for (const { kind, at } of turns) {
    const then = new Date(at);
    if (then >= ended) break;
    if (kind === 'disable-person') close(then);
    else from = then > whole.from ? then : whole.from;
  }
  // Of an account that was disabled before its acts were kept the register says so, and no act does.
  if (disabled !== null && disabled < ended) close(disabled);
  if (from !== null) stretches.push({ ...whole, from });
  return stretches;
}
