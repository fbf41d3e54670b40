import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { Sharing, ViewSearch } from './contract.ts';

export type StoredView = {
  id: Uuid;
  seat: Uuid;
  name: string;
  search: ViewSearch;
  shared: Sharing;
  pinned: boolean;
};
type Row = Omit<StoredView, 'search'> & { search: string };

const COLUMNS = `v.id, v.seat, v.name, v.search, v.shared, p.view is not null as pinned`;
const FROM = `saved_view v left join view_pin p on p.city = v.city and p.seat = $2 and p.view = v.id`;

const list = {
  name: 'view.list',
  text: `select ${COLUMNS} from ${FROM} where v.city = $1 order by p.at nulls last, v.seat = $2 desc, v.name collate "zh-x-icu", v.id limit $3`,
};
const one = { name: 'view.one', text: `select ${COLUMNS} from ${FROM} where v.city = $1 and v.id = $3` };

const read = (row: Row): StoredView => ({ ...row, search: JSON.parse(row.search) as ViewSearch });

/** The views that the seat may see: pinned ones in the order of pinning, then its own, then what is shared with it. */
export const listViews = async (tx: Tx, city: number, seat: Uuid, most: number): Promise<StoredView[]> =>
  (await tx.run<Row>(list, [city, seat, most])).map(read);

/** A view that the seat may see, its own or a shared one; undefined where there is none. */
export const findView = async (tx: Tx, city: number, seat: Uuid, id: Uuid): Promise<StoredView | undefined> =>
  (await tx.run<Row>(one, [city, seat, id])).map(read)[0];

const count = {
  name: 'view.count',
  text: 'select count(*)::integer as n from saved_view where city = $1 and seat = $2',
};
/** How many views a seat has kept of its own. */
export const countOwnViews = async (tx: Tx, city: number, seat: Uuid): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city, seat]))[0]!.n;

const taken = {
  name: 'view.name-taken',
  text: 'select from saved_view where city = $1 and seat = $2 and id <> $3 and name = $4 limit 1',
};
/** Whether another view of the seat's own has that name. */
export const hasOtherView = async (tx: Tx, city: number, seat: Uuid, id: Uuid, name: string): Promise<boolean> =>
  (await tx.run(taken, [city, seat, id, name])).length > 0;

type Written = { id: Uuid; seat: Uuid; unit: Uuid | null; name: string; search: ViewSearch; shared: Sharing; at: Date };
const valuesOf = (city: number, v: Written): unknown[] => [
  city,
  v.id,
  v.seat,
  v.unit,
  v.name,
  JSON.stringify(v.search),
  v.shared,
  v.at,
];

const insert = {
  name: 'view.insert',
  text: `insert into saved_view (city, id, seat, unit, name, search, shared, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (city, id) do nothing returning id`,
};
/** Adds a view; false where the id is another's. */
export const insertView = async (tx: Tx, city: number, view: Written): Promise<boolean> =>
  (await tx.run(insert, valuesOf(city, view))).length > 0;

const update = {
  name: 'view.update',
  text: `update saved_view set unit = $4, name = $5, search = $6, shared = $7, updated_at = $8
    where city = $1 and id = $2 and seat = $3`,
};
/** Writes a view of the seat’s own anew; does nothing to one of another. */
export async function updateView(tx: Tx, city: number, view: Written): Promise<void> {
  await tx.run(update, valuesOf(city, view));
}

const remove = { name: 'view.remove', text: 'delete from saved_view where city = $1 and seat = $2 and id = $3' };
/** Removes a view of the seat’s own; does nothing to one of another. */
export async function removeView(tx: Tx, city: number, seat: Uuid, id: Uuid): Promise<void> {
  await tx.run(remove, [city, seat, id]);
}

const pin = {
  name: 'view.pin',
  text: 'insert into view_pin (city, seat, view, at) values ($1, $2, $3, $4) on conflict do nothing',
};
/** Pins a view for a seat; once, however often. */
export async function pinView(tx: Tx, city: number, seat: Uuid, id: Uuid, at: Date): Promise<void> {
  await tx.run(pin, [city, seat, id, at]);
}

const unpin = { name: 'view.unpin', text: 'delete from view_pin where city = $1 and seat = $2 and view = $3' };
/** Takes a view off what a seat has pinned. */
export async function unpinView(tx: Tx, city: number, seat: Uuid, id: Uuid): Promise<void> {
  await tx.run(unpin, [city, seat, id]);
}
