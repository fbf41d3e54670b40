import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { MOST_COUNTED, type NoticeKind, type ReadNotices, type Why } from './contract.ts';

/** A notice to be written. `subject` is what is told: a seat is told the same thing once. */
export type NewNotice = {
  id: Uuid;
  seat: Uuid;
  kind: NoticeKind;
  why: Why;
  subject: string;
  act: Uuid | null;
  matter: Uuid | null;
  bulletin: Uuid | null;
  swap: Uuid | null;
  unit: Uuid | null;
  due: string | null;
  at: string;
  on_page: boolean;
  go_at: string | null;
};

const insert = {
  name: 'notice.insert',
  text: `insert into notice (city, id, seat, kind, why, subject, act, matter, bulletin, duty_swap, unit, due, at, on_page, go_at)
    select $1, r.* from json_to_recordset($2) as r (id uuid, seat uuid, kind text, why text, subject text, act uuid, matter uuid,
      bulletin uuid, swap uuid, unit uuid, due date, at timestamptz, on_page boolean, go_at timestamptz)
    on conflict (city, seat, subject) do nothing`,
};

/** Writes notices; what a seat was told before it is not told again. */
export async function insertNotices(tx: Tx, city: number, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length) await tx.run(insert, [city, JSON.stringify(notices)]);
}

/** A notice as stored. */
export type StoredNotice = {
  id: Uuid;
  seat: Uuid;
  kind: NoticeKind;
  why: Why;
  act: Uuid | null;
  matter: Uuid | null;
  bulletin: Uuid | null;
  swap: Uuid | null;
  unit: Uuid | null;
  due: string | null;
  at: Date;
  read: boolean;
};
const COLUMNS =
  'n.id, n.seat, n.kind, n.why, n.act, n.matter, n.bulletin, n.duty_swap as swap, n.unit, n.due, n.at, n.read_at is not null as read';
/** Under the seat's own policy: a notice about a matter that it may not read any more is not there. */
const READABLE = `(n.matter is null or (select true from matter m where m.city = n.city and m.id = n.matter))`;

const page = {
  name: 'notice.page',
  text: `select ${COLUMNS} from notice n where n.city = $1 and n.seat = $2 and n.on_page and ($3::uuid is null or n.id < $3)
      and ${READABLE}
    order by n.id desc limit $4`,
};
const unreadPage = {
  name: 'notice.unread-page',
  text: page.text.replace('and n.on_page', 'and n.on_page and n.read_at is null'),
};

/** A seat's notices on the page, the newest first, older than `after`. */
export const listNotices = (
  tx: Tx,
  city: number,
  seat: Uuid,
  { after, unread, limit }: { after: Uuid | null; unread: boolean; limit: number },
): Promise<StoredNotice[]> => tx.run<StoredNotice>(unread ? unreadPage : page, [city, seat, after, limit]);

const count = {
  name: 'notice.count',
  text: `select count(*)::integer as n from (
    select from notice n where n.city = $1 and n.seat = $2 and n.on_page and n.read_at is null and ${READABLE} limit $3) counted`,
};

/** How many notices a seat has not read, counted one beyond {@link MOST_COUNTED} at most. */
export const countUnread = async (tx: Tx, city: number, seat: Uuid): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city, seat, MOST_COUNTED + 1]))[0]!.n;

const read = {
  name: 'notice.read',
  text: `update notice set read_at = $3 where city = $1 and seat = $2 and read_at is null and on_page
    and ($4::uuid[] is null or id = any ($4)) and ($5::uuid is null or matter = $5) and ($6::uuid is null or id <= $6)`,
};

/** Marks a seat's notices as read: those that fit everything that is given. */
export async function readNotices(tx: Tx, city: number, seat: Uuid, what: ReadNotices, at: Date): Promise<void> {
  await tx.run(read, [city, seat, at, what.ids ?? null, what.matter ?? null, what.upTo ?? null]);
}

const bulletins = {
  name: 'notice.bulletins',
  text: 'select id, number, title from bulletin where city = $1 and id = any ($2::uuid[])',
};

/** The bulletins that notices are about, by id. */
export async function bulletinNames(
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, { id: Uuid; number: string; title: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run<{ id: Uuid; number: string; title: string }>(bulletins, [city, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
