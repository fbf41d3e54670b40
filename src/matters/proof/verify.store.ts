import type { Uuid } from '../../kernel/index.ts';
import type { Stretch } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { StoredFact } from '../facts/verify-facts.rules.ts';
import type { StoredTarget } from '../targets/target-rows.rules.ts';
import type {
  StoredAssignment,
  StoredClock,
  StoredListing,
  StoredMatter,
  StoredPublished,
  StoredRows,
  StoredWords,
} from './verify-rows.rules.ts';

const seconds = (column: string, name: string): string => `date_part('epoch', ${column}) as "${name}"`;
const stretch = (id: string): string => `city = $1 and ${id} >= $2 and ${id} <= $3`;

// A statement for each table and plain columns: joined, and each table put into one JSON text, it took the server three times as long.
const matters = {
  name: 'matter.verify',
  text: `select id, seq, encode(hash, 'hex') as hash, state, mechanism, version, number, n, round, stage, phase, area, lead,
      array_to_string(units, ' ') as units, array_to_string(originators, ' ') as originators, parent, array_to_string(helpers, ' ') as helpers, sealed, to_char(recurs_on, 'YYYY-MM-DD') as "recursOn", catalogue, item, open_to_city as "openToCity", ${seconds('due_at', 'dueAt')}, todo,
      ${seconds('todo_at', 'todoAt')}, ${seconds('updated_at', 'updatedAt')}, confidential, paused, bounces,
      ${seconds('registered_at', 'registeredAt')}, listed, raised_to as "raisedTo", ${seconds('raised_at', 'raisedAt')}, slip, green
    from matter where ${stretch('id')}`,
};
const assignments = {
  name: 'matter.verify-assignments',
  text: `select matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, ${seconds('due_at', 'dueAt')}, todo,
      ${seconds('todo_at', 'todoAt')}, for_head as "forHead", to_char(meets_on, 'YYYY-MM-DD') as "meetsOn"
    from assignment where ${stretch('matter')} order by matter, unit`,
};
const clocks = {
  name: 'matter.verify-clocks',
  text: `select matter, n, clock, unit, ${seconds('started_at', 'startedAt')}, ${seconds('due_at', 'dueAt')},
      paused_on as "pausedOn", ${seconds('stopped_at', 'stoppedAt')}, how
    from clock where ${stretch('matter')} order by matter, n`,
};
const listings = {
  name: 'matter.verify-listings',
  text: `select matter, number, title, lead, until, ${seconds('listed_at', 'listedAt')}, ${seconds('delisted_at', 'delistedAt')}, result, promise,
      promised_by as "promisedBy", paused_on as "pausedOn", answered_on as "answeredOn"
    from listing where ${stretch('matter')}`,
};
const words = {
  name: 'matter.verify-words',
  text: `select matter, words, grams::text as grams, array_to_string(units, ' ') as units, sealed from matter_words where ${stretch('matter')}`,
};
const published = {
  name: 'matter.verify-published',
  text: `select matter, id, question, answer, scheme, category, ${seconds('published_at', 'publishedAt')}, words, grams::text as grams
    from published_answer where ${stretch('matter')}`,
};
const facts = {
  name: 'matter.verify-facts',
  text: `select matter, ${seconds('since', 'since')}, ${seconds('until', 'until')},
      concat_ws('|', mechanism, coalesce(lead::text, '-'), array_to_string(category, '/'), coalesce(channel, '-'),
        coalesce(originator::text, '-'), marks, bounces, returns, reopenings, registered_on, coalesce(assigned_on::text, '-'),
        coalesce(accepted_on::text, '-'), coalesce(answered_on::text, '-'), coalesce(closed_on::text, '-'),
        coalesce(counted_on::text, '-'), coalesce(amount::text, '-')) as said
    from matter_fact where ${stretch('matter')} order by matter, since`,
};
const targets = {
  name: 'matter.verify-targets',
  text: `select matter, target, first, ${seconds('since', 'since')}, ${seconds('until', 'until')}, quantity::text, value::text, planned::text,
      read_on as "readOn", open, area from matter_target where ${stretch('matter')}`,
};
const files = {
  name: 'matter.verify-attachments',
  text: `select matter, file from attachment where ${stretch('matter')}`,
};

/**
 * What the tables hold of every matter in a stretch; and the ids under which rows of other tables stand though there is no
 * such matter.
 */
export async function readRows(
  tx: Tx,
  city: number,
  { from, upTo }: Stretch,
): Promise<{ rows: { id: Uuid; of: StoredRows }[]; astray: { table: string; id: Uuid }[] }> {
  const within = [city, from, upTo];
  const [heads, parts, running, listed, worded, open, counted, promised, attached] = await Promise.all([
    tx.run<StoredMatter>(matters, within),
    tx.run<StoredAssignment>(assignments, within),
    tx.run<StoredClock>(clocks, within),
    tx.run<StoredListing>(listings, within),
    tx.run<StoredWords>(words, within),
    tx.run<StoredPublished>(published, within),
    tx.run<StoredFact>(facts, within),
    tx.run<StoredTarget>(targets, within),
    tx.run<{ matter: Uuid; file: Uuid }>(files, within),
  ]);
  const [partsOf, runningOf, listedOf, wordedOf, openOf, countedOf, promisedOf, attachedOf] = [
    byMatter(parts),
    byMatter(running),
    byMatter(listed),
    byMatter(worded),
    byMatter(open),
    byMatter(counted),
    byMatter(promised),
    byMatter(attached),
  ];
  const ids = new Set(heads.map((matter) => matter.id));
  const tables = {
    assignment: partsOf,
    clock: runningOf,
    listing: listedOf,
    matter_words: wordedOf,
    published_answer: openOf,
    matter_fact: countedOf,
    matter_target: promisedOf,
    attachment: attachedOf,
  };
  const astray = Object.entries(tables).flatMap(([table, of]) =>
    [...of.keys()].filter((id) => !ids.has(id)).map((id) => ({ table, id })),
  );
  const rows = heads.map((matter) => ({
    id: matter.id,
    of: {
      matter,
      assignments: partsOf.get(matter.id) ?? [],
      clocks: runningOf.get(matter.id) ?? [],
      listing: listedOf.get(matter.id)?.[0],
      words: wordedOf.get(matter.id)?.[0],
      published: openOf.get(matter.id)?.[0],
      facts: countedOf.get(matter.id) ?? [],
      targets: promisedOf.get(matter.id) ?? [],
      files: (attachedOf.get(matter.id) ?? []).map(({ file }) => file),
    },
  }));
  return { rows, astray };
}

function byMatter<R extends { matter: Uuid }>(rows: readonly R[]): Map<Uuid, R[]> {
  const groups = new Map<Uuid, R[]>();
  for (const row of rows) {
    const group = groups.get(row.matter);
    if (group) group.push(row);
    else groups.set(row.matter, [row]);
  }
  return groups;
}

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

const series = {
  name: 'matter.verify-series',
  text: `select given.series, given.n, s.last
    from (
      select mechanism || '/' || date_part('year', registered_at at time zone 'Asia/Shanghai') || '/0' as series, max(n) as n
      from matter where city = $1 and id >= $2 and id <= $3 and round is null group by 1) given
    left join number_series s on s.city = $1 and s.series = given.series
    where s.last is null or s.last < given.n order by given.series limit 1`,
};
/** A series that stands lower than the highest number that matters have of it: `last` is null where it is gone. */
export type ShortSeries = { series: string; n: number; last: number | null };

/** The first series that would give a number again which a matter of the stretch has that is of no round. */
export const findShortSeries = async (
  tx: Tx,
  city: number,
  { from, upTo }: Stretch,
): Promise<ShortSeries | undefined> => (await tx.run<ShortSeries>(series, [city, from, upTo]))[0];

/**
 * A round's row, its columns by the names that its act has for them, and the matters that name it; the highest number `n` among
 * these, and the `last` one that its series has given.
 */
export type StoredRound = {
  id: Uuid;
  hash: string;
  row: Record<string, unknown>;
  matters: Uuid[];
  series: string;
  n: number;
  last: number;
};

const rounds = {
  name: 'round.verify',
  text: `select r.id, encode(r.hash, 'hex') as hash,
      json_build_object('mechanism', mechanism, 'version', version, 'year', year, 'number', number, 'name', name,
        'heldOn', held_on, 'attendees', attendees, 'draft', draft, 'openedBy', opened_by, 'seq', seq,
        'at', (extract(epoch from created_at) * 1000)::float8) as row,
      array(select m.id from matter m where m.city = r.city and m.round = r.id order by m.id) as matters,
      r.mechanism || '/' || r.year || '/' || r.number as series,
      coalesce((select max(m.n) from matter m where m.city = r.city and m.round = r.id), 0) as n,
      coalesce((select s.last from number_series s
        where s.city = r.city and s.series = r.mechanism || '/' || r.year || '/' || r.number), 0) as last
    from round r where city = $1 and id >= $2 and id <= $3`,
};

/** The rounds of a stretch. */
export const readRoundRows = (tx: Tx, city: number, { from, upTo }: Stretch): Promise<StoredRound[]> =>
  tx.run<StoredRound>(rounds, [city, from, upTo]);
