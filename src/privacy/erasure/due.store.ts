import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** Somebody with a key of their own, and what they raised. `known`: an originator; else a matter of which nobody is known. */
export type Subject = {
  subject: Uuid;
  known: boolean;
  matters: { mechanism: string; phase: string; at: string; way: string[] | null }[];
};
const columns = `k.subject, o.id is not null as known, (
    select coalesce(json_agg(json_build_object('mechanism', m.mechanism, 'phase', m.phase, 'at', m.updated_at,
      'way', m.state::json #> '{category,way}')), '[]')
    from (
      select * from matter r where r.city = $1 and r.originators @> array[k.subject] and r.originators <> '{}'
      union all select * from matter r where r.city = $1 and r.id = k.subject
    ) m) as matters`;
const after = {
  name: 'privacy.subjects',
  text: `select ${columns} from (
      select * from subject_key where city = $1 and ($2::uuid is null or subject > $2) order by subject limit $3) k
    left join originator o on o.city = k.city and o.id = k.subject order by k.subject`,
};
/** Those who have a key, after one of them, by key. For the system. */
export const readSubjects = (tx: Tx, city: number, from: Uuid | null, limit: number): Promise<Subject[]> =>
  tx.run<Subject>(after, [city, from, limit]);

const one = {
  name: 'privacy.subject',
  text: `select ${columns} from subject_key k left join originator o on o.city = k.city and o.id = k.subject
    where k.city = $1 and k.subject = $2`,
};
/** One of them; undefined where the key is destroyed. */
export const findSubject = async (tx: Tx, city: number, subject: Uuid): Promise<Subject | undefined> =>
  (await tx.run<Subject>(one, [city, subject]))[0];

export type NewDue = { subject: Uuid; due: Date; lastAct: Date; matters: number };
const list = {
  name: 'privacy.list-due',
  text: `insert into erasure_due (city, subject, due_at, last_act, matters, listed_at)
    select $1, subject, due, "lastAct", matters, $3
    from json_to_recordset($2) as r (subject uuid, due timestamptz, "lastAct" timestamptz, matters integer)
    on conflict (city, subject) do update set due_at = excluded.due_at, last_act = excluded.last_act, matters = excluded.matters`,
};
const unlist = {
  name: 'privacy.unlist-due',
  text: `delete from erasure_due where city = $1 and ($2::uuid is null or subject > $2) and ($3::uuid is null or subject <= $3)
    and subject <> all ($4::uuid[])`,
};
/** Lists those of a stretch of subjects (after `from`, up to `upTo`) that fall due, since now where they were not listed before. */
export async function listDue(
  tx: Tx,
  city: number,
  { from, upTo }: { from: Uuid | null; upTo: Uuid | null },
  found: readonly NewDue[],
  now: Date,
): Promise<void> {
  const ids = found.map(({ subject }) => subject);
  await tx.run(unlist, [city, from, upTo, ids]);
  if (found.length) await tx.run(list, [city, JSON.stringify(found), now]);
}

export type StoredDue = {
  subject: Uuid;
  due: Date;
  lastAct: Date;
  matters: number;
  listed: Date;
  kind: 'enterprise' | 'person' | 'unknown' | null;
  enterprise: string | null;
};
const page = {
  name: 'privacy.due-page',
  text: `select d.subject, d.due_at as due, d.last_act as "lastAct", d.matters, d.listed_at as listed, o.kind, e.name as enterprise
    from erasure_due d left join originator o on o.city = d.city and o.id = d.subject
      left join enterprise e on o.proven and e.city = o.city and e.id = o.enterprise
    where d.city = $1 and ($2::uuid is null or (d.due_at, d.subject) > (
      select c.due_at, c.subject from erasure_due c where c.city = $1 and c.subject = $2))
    order by d.due_at, d.subject limit $3`,
};
/** Those who are listed, the first to fall due first, after one of them. */
export const findDue = (tx: Tx, city: number, from: Uuid | null, limit: number): Promise<StoredDue[]> =>
  tx.run<StoredDue>(page, [city, from, limit]);

const count = {
  name: 'privacy.count-due',
  text: 'select count(*)::integer as n from erasure_due where city = $1',
};
/** How many are listed. */
export const countDue = async (tx: Tx, city: number): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city]))[0]!.n;

const drop = { name: 'privacy.drop-due', text: 'delete from erasure_due where city = $1 and subject = $2' };
/** Takes one off the list. */
export async function dropDue(tx: Tx, city: number, subject: Uuid): Promise<void> {
  await tx.run(drop, [city, subject]);
}
