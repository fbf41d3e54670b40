import type { Uuid } from '../kernel/index.ts';
import type { Stretch } from '../ledger/index.ts';
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
  /** In order, apart by spaces; none stands in a gram. */
  grams: string;
  files: Uuid[];
};

// Times as the server itself writes them into JSON, in the city's time: formatting each with to_char was half of its work.
// Each table by its own stretch, so that the server walks each along its key instead of looking up matter by matter.
const rows = {
  name: 'matter.verify',
  text: `select m.id, m.seq, encode(m.hash, 'hex') as hash, m.state,
      json_build_array(m.mechanism, m.version, m.number, m.n, m.round, m.stage, m.phase, m.area, m.lead, m.units, m.open_to_city,
        m.due_at, m.todo, m.todo_at, m.updated_at, m.confidential, m.paused, m.bounces, m.registered_at)::text as matter,
      coalesce(a.rows, '') as assignments, coalesce(c.rows, '') as clocks, coalesce(w.words, '') as words,
      coalesce(w.grams, '') as grams, coalesce(f.rows, '{}') as files
    from matter m
    left join (select matter, string_agg(json_build_array(unit, part, stance, phase, stage, area, bounces, due_at, todo,
        todo_at)::text, ', ' order by unit) as rows
      from assignment where city = $1 and matter > $2 and matter <= $3 group by matter) a on a.matter = m.id
    left join (select matter, string_agg(json_build_array(n, clock, unit, started_at, due_at, paused_on, stopped_at,
        how)::text, ', ' order by n) as rows
      from clock where city = $1 and matter > $2 and matter <= $3 group by matter) c on c.matter = m.id
    left join (select matter, words, array_to_string(tsvector_to_array(grams), ' ') as grams
      from matter_words where city = $1 and matter > $2 and matter <= $3) w on w.matter = m.id
    left join (select matter, array_agg(file order by file) as rows
      from attachment where city = $1 and matter > $2 and matter <= $3 group by matter) f on f.matter = m.id
    where m.city = $1 and m.id > $2 and m.id <= $3`,
};

/** The rows of every matter in a stretch. */
export const readRows = (tx: Tx, city: number, { after, upTo }: Stretch): Promise<StoredRows[]> =>
  tx.run<StoredRows>(rows, [city, after, upTo]);

const sources = {
  name: 'mechanism.source-hashes',
  text: `select key || '/' || version as name, encode(sha256(convert_to(source, 'UTF8')), 'hex') as hash
    from mechanism where city = $1`,
};

/** The hashes of all mechanisms' texts as they are stored now, by `key/version`. */
export async function readSourceHashes(tx: Tx, city: number): Promise<Map<string, string>> {
  const found = await tx.run<{ name: string; hash: string }>(sources, [city]);
  return new Map(found.map(({ name, hash }) => [name, hash]));
}

/** A round's row, its columns by the names that its act has for them, and the matters that name it. */
export type StoredRound = { id: Uuid; hash: string; row: Record<string, unknown>; matters: Uuid[] };

const rounds = {
  name: 'round.verify',
  text: `select r.id, encode(r.hash, 'hex') as hash,
      json_build_object('mechanism', mechanism, 'version', version, 'year', year, 'number', number, 'name', name,
        'heldOn', held_on, 'attendees', attendees, 'draft', draft, 'openedBy', opened_by, 'seq', seq,
        'at', (extract(epoch from created_at) * 1000)::float8) as row,
      array(select m.id from matter m where m.city = r.city and m.round = r.id order by m.id) as matters
    from round r where city = $1 and id > $2 and id <= $3`,
};

/** The rounds of a stretch. */
export const readRoundRows = (tx: Tx, city: number, { after, upTo }: Stretch): Promise<StoredRound[]> =>
  tx.run<StoredRound>(rounds, [city, after, upTo]);
