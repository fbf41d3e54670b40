import { dayOf, type Day, type Uuid } from '../kernel/index.ts';
import type { Noun } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { foldDebarment, type DebarmentState } from './debarment.rules.ts';

type Beside = {
  kind: string;
  print: string;
  file: Uuid;
  entered: boolean;
  starts: Day;
  ends: Day;
  lifted_on: Day | null;
  void: boolean;
  proofs: readonly Uuid[];
};
/** What the columns beside the state say of it. */
const besideOf = ({ kind, print, file, approved, from, until, lifted, services = [] }: DebarmentState): Beside => ({
  kind,
  print,
  file,
  entered: approved !== null,
  starts: from,
  ends: until,
  lifted_on: lifted?.on ?? null,
  void: lifted?.void ?? false,
  proofs: services.map((one) => one.file).sort(),
});

const write = {
  name: 'debarment.write',
  text: `insert into debarment (city, id, kind, print, file, entered, starts, ends, lifted_on, void, state)
    select $1, id, kind, decode(print, 'hex'), file, entered, starts, ends, lifted_on, void, state
    from json_to_recordset($2) as r (id uuid, kind text, print text, file uuid, entered boolean, starts date, ends date,
      lifted_on date, void boolean, state text)
    on conflict (city, id) do update set file = excluded.file, entered = excluded.entered, starts = excluded.starts, ends = excluded.ends,
      lifted_on = excluded.lifted_on, void = excluded.void, state = excluded.state`,
};
const writeProofs = {
  name: 'debarment.write-proofs',
  text: `insert into debarment_proof (city, debarment, file)
    select $1, r.id, p.file::uuid from json_to_recordset($2) as r (id uuid, proofs json), json_array_elements_text(r.proofs) as p (file)
    on conflict do nothing`,
};
const stretch = {
  name: 'debarment.within',
  text: `select id, state, json_build_object('kind', kind, 'print', encode(print, 'hex'), 'file', file, 'entered', entered,
      'starts', starts, 'ends', ends, 'lifted_on', lifted_on, 'void', void, 'proofs',
      (select coalesce(json_agg(p.file order by p.file), '[]') from debarment_proof p where p.city = debarment.city and p.debarment = debarment.id))
      as beside
    from debarment where city = $1 and id >= $2 and id <= $3`,
};

/** Debarments, as the register keeps them. */
export const debarmentNoun: Noun<DebarmentState> = {
  name: 'debarment',
  opens: 'propose-debarment',
  fold: foldDebarment,
  beside: besideOf,
  async write(tx, city, entries) {
    const rows = entries.map(({ id, state }) => ({ id, ...besideOf(state), state: JSON.stringify(state) }));
    await tx.run(write, [city, JSON.stringify(rows)]);
    const proven = rows.filter(({ proofs }) => proofs.length > 0);
    if (proven.length > 0) await tx.run(writeProofs, [city, JSON.stringify(proven)]);
  },
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<{ id: Uuid; state: string; beside: Beside }>(stretch, [city, from, upTo]);
    return rows.map(({ id, state, beside }) => ({ id, state: JSON.parse(state) as DebarmentState, beside }));
  },
};

export type HeldDebarment = { readonly id: Uuid; readonly state: DebarmentState };
type Row = { id: Uuid; state: string };
const held = ({ id, state }: Row): HeldDebarment => ({ id, state: JSON.parse(state) as DebarmentState });

/** Who is debarred on a day: `$2`. A term ends by its date, without anybody's doing. */
const ON = `entered and starts <= $2 and ends >= $2 and not void and (lifted_on is null or lifted_on > $2)`;
const page = {
  name: 'debarment.page',
  text: `select id, state from debarment where city = $1 and ($2::date is null or ${ON}) and ($3::uuid is null or id < $3)
    order by id desc limit $4`,
};
/** Entries, the newest first; only those that stood on a day, where one is named. */
export const listDebarments = async (
  tx: Tx,
  city: number,
  ask: { day: Day | null; after: Uuid | null; limit: number },
): Promise<HeldDebarment[]> => (await tx.run<Row>(page, [city, ask.day, ask.after, ask.limit])).map(held);

const one = { name: 'debarment.one', text: 'select id, state from debarment where city = $1 and id = $2' };
/** A debarment as its acts left it; undefined where there is none. */
export async function findDebarment(tx: Tx, city: number, id: Uuid): Promise<HeldDebarment | undefined> {
  const [row] = await tx.run<Row>(one, [city, id]);
  return row && held(row);
}

const byPrint = {
  name: 'debarment.by-print',
  text: `select id, state from debarment where city = $1 and print = decode($2, 'hex') order by id desc limit 50`,
};
/** All entries of whoever has this print (hexadecimal), the newest first. */
export const findByPrint = async (tx: Tx, city: number, print: string): Promise<HeldDebarment[]> =>
  (await tx.run<Row>(byPrint, [city, print])).map(held);

const decides = {
  name: 'debarment.of-file',
  text: `select id from debarment where city = $1 and file = $2
    union all select debarment from debarment_proof where city = $1 and file = $2 order by id desc`,
};
/** The entries whose decision document, or proof of a service, a file is, of those that the caller may read. */
export const findDecidedBy = async (tx: Tx, { city }: { city: number }, file: Uuid): Promise<Uuid[]> =>
  (await tx.run<{ id: Uuid }>(decides, [city, file])).map(({ id }) => id);

const inClear = {
  name: 'debarment.in-clear',
  text: `select d.id as entry, f.id, f.name, f.media_type, f.size, f.sha256 from debarment d
    join file f on f.city = d.city and f.id = d.file
    where d.city = $1 and f.about is null and f.erased_at is null order by d.id`,
};
/** The entries whose decision document lies in the clear, with it. */
export const findInClear = (
  tx: Tx,
  city: number,
): Promise<{ entry: Uuid; id: Uuid; name: string; media_type: string; size: number; sha256: Buffer }[]> =>
  tx.run(inClear, [city]);

export type Look = {
  id: Uuid;
  debarment: Uuid | null;
  day: Day;
  way: 'look' | 'search' | 'extract' | 'open';
  seat: Uuid;
  purpose: string;
  at: Date;
};
const note = {
  name: 'debarment.note-look',
  text: `insert into debarment_look (city, id, debarment, day, way, seat, purpose, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict do nothing`,
};
/** Notes a look, before anything is shown. */
export async function noteLook(
  tx: Tx,
  city: number,
  { id, debarment, day, way, seat, purpose, at }: Look,
): Promise<void> {
  await tx.run(note, [city, id, debarment, day ?? dayOf(at), way, seat, purpose, at]);
}

const looks = {
  name: 'debarment.looks',
  text: `select seat, way, purpose, at from debarment_look where city = $1 and debarment = $2 order by at desc, id desc limit 100`,
};
/** The newest hundred looks at an entry, newest first. */
export const listLooks = (
  tx: Tx,
  city: number,
  debarment: Uuid,
): Promise<Pick<Look, 'seat' | 'way' | 'purpose' | 'at'>[]> => tx.run(looks, [city, debarment]);

const lately = {
  name: 'debarment.looked-lately',
  text: `select debarment, purpose from debarment_look where city = $1 and debarment = any ($2::uuid[]) and seat = $3 and at > $4
    and way <> 'open' order by at desc limit 1`,
};
/** At which of these entries a seat has last looked since that moment, and what for; that it opened a decision followed from a look, and nobody said it. */
export const findLookFor = async (
  tx: Tx,
  { city, among, seat, since }: { city: number; among: readonly Uuid[]; seat: Uuid; since: Date },
): Promise<{ debarment: Uuid; purpose: string } | undefined> =>
  (await tx.run<{ debarment: Uuid; purpose: string }>(lately, [city, among, seat, since]))[0];

const opened = {
  name: 'debarment.opened',
  text: `select distinct l.debarment from debarment_look l
    where l.city = $1 and l.debarment = any ($2::uuid[]) and l.seat = $3 and l.way = 'open' and not exists (
      select from tenure t where t.city = l.city and t.seat = l.seat and t.account <> $4 and (t.until_at is null or t.until_at > l.at))`,
};
/** Of these entries, those whose decision document was opened by whoever sits on a seat now; what they opened who sat there before does not count. */
export const findOpened = async (
  tx: Tx,
  { city, seat, account }: { city: number; seat: Uuid; account: Uuid },
  among: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> => {
  if (among.length === 0) return new Set();
  const rows = await tx.run<{ debarment: Uuid }>(opened, [city, among, seat, account]);
  return new Set(rows.map(({ debarment }) => debarment));
};
