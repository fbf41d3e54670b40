import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** Somebody with an account: on which seats they sit or sat, and where last. */
export type Person = { account: Uuid; name: string; unit: Uuid | null; title: string; seats: Uuid[] };

const names = { name: 'directory.people-names', text: 'select distinct name from account where city = $1 limit 20000' };

/** The names of everybody who has an account. */
export const findNames = async (tx: Tx, city: number): Promise<string[]> =>
  (await tx.run<{ name: string }>(names, [city])).map(({ name }) => name);

const people = {
  name: 'directory.people',
  text: `select a.id as account, a.name, (array_agg(t.unit order by t.from_at desc, t.seat))[1] as unit,
      (array_agg(t.title order by t.from_at desc, t.seat))[1] as title, array_agg(distinct t.seat) as seats
    from account a join tenure t on t.city = a.city and t.account = a.id
    where a.city = $1 and ($2::text[] is null or a.name = any ($2)) and ($3::uuid is null or a.id = $3)
    group by a.id, a.name order by a.name collate "zh-x-icu", a.id limit $4`,
};

/** The people of these names, those with the same name too. */
export const findPeopleNamed = (tx: Tx, city: number, of: readonly string[], most: number): Promise<Person[]> =>
  tx.run<Person>(people, [city, of, null, most]);

/** Whose account it is; undefined where nobody's, or where it never had a seat. */
export const findPerson = async (tx: Tx, city: number, account: Uuid): Promise<Person | undefined> =>
  (await tx.run<Person>(people, [city, null, account, 1]))[0];
