import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

/** A matter's rows as the tables hold them, each table as one text, so that comparing is comparing texts. */
export type StoredRows = {
  id: Uuid;
  seq: number;
  hash: string;
  state: string;
  matter: string;
  assignments: string;
  clocks: string;
  words: string;
  /** Apart by spaces; none stands in a gram. */
  grams: string;
  files: Uuid[];
};

// Times as the server itself writes them into JSON, in the city's time: formatting each with to_char was half of its work.
const rows = {
  name: 'matter.verify',
  text: `select m.id, m.seq, encode(m.hash, 'hex') as hash, m.state,
      json_build_array(m.stage, m.phase, m.area, m.lead, m.units, m.open_to_city, m.due_at, m.todo, m.todo_at)::text as matter,
      coalesce(a.rows, '[]') as assignments, coalesce(c.rows, '[]') as clocks, coalesce(w.words, '') as words,
      coalesce(array_to_string(tsvector_to_array(w.grams), ' '), '') as grams, coalesce(f.rows, '{}') as files
    from matter m
    left join (select matter, json_agg(json_build_array(unit, part, stance, phase, stage, area, bounces, due_at, todo, todo_at)
        order by unit)::text as rows
      from assignment where city = $1 and matter = any ($2::uuid[]) group by matter) a on a.matter = m.id
    left join (select matter, json_agg(json_build_array(n, clock, unit, started_at, due_at, paused_on, stopped_at, how)
        order by n)::text as rows
      from clock where city = $1 and matter = any ($2::uuid[]) group by matter) c on c.matter = m.id
    left join (select matter, array_agg(file order by file) as rows
      from attachment where city = $1 and matter = any ($2::uuid[]) group by matter) f on f.matter = m.id
    left join matter_words w on w.city = m.city and w.matter = m.id
    where m.city = $1 and m.id = any ($2::uuid[])`,
};

export const readRows = (tx: Tx, city: number, ids: readonly Uuid[]): Promise<StoredRows[]> =>
  tx.run<StoredRows>(rows, [city, ids]);

const count = { name: 'matter.count', text: 'select count(*)::integer as n from matter where city = $1' };

export const countMatters = async (tx: Tx, city: number): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city]))[0]!.n;

const rounds = {
  name: 'round.verify',
  text: `select id, seq, encode(hash, 'hex') as hash, json_build_array(mechanism, version, year, number, name, held_on, attendees, draft)::text as rows
    from round where city = $1 and id = any ($2::uuid[])`,
};
export const readRoundRows = (
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<{ id: Uuid; seq: number; hash: string; rows: string }[]> => tx.run(rounds, [city, ids]);

const roundCount = { name: 'round.count', text: 'select count(*)::integer as n from round where city = $1' };
export const countRounds = async (tx: Tx, city: number): Promise<number> =>
  (await tx.run<{ n: number }>(roundCount, [city]))[0]!.n;
