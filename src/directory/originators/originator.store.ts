import type { Uuid } from '../../kernel/index.ts';
import type { Entry, Noun } from '../../ledger/index.ts';
import { inOrder, type Tx } from '../../platform/postgres/index.ts';
import { foldOriginator, type OriginatorKind, type OriginatorState, type SealedContact } from './originator.rules.ts';

const CONTACTS = `(select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'sealed', c.sealed, 'confirmed',
    c.confirmed) order by c.id), '[]')
  from contact c where c.city = o.city and c.originator = o.id) as contacts`;
const FILES = `(select json_agg(f.id order by f.id) from file f where f.city = o.city and f.erased_by = o.id) as "erasedFiles"`;
const COLUMNS = `o.id, o.kind, o.enterprise, o.proven, o.claims, o.erased_at as "erasedAt", ${CONTACTS}, ${FILES}`;
type Row = {
  id: Uuid;
  kind: OriginatorKind;
  enterprise: Uuid | null;
  proven: boolean;
  claims: string | null;
  erasedAt: Date | null;
  contacts: SealedContact[];
  erasedFiles: Uuid[] | null;
};
const stateOf = ({ id: _, erasedAt, erasedFiles, ...row }: Row): OriginatorState => ({
  ...row,
  erasedAt: erasedAt?.toISOString() ?? null,
  ...(erasedFiles ? { erasedFiles } : {}),
});

/** An originator as found: their id, and what they are. */
export type Originator = { readonly id: Uuid } & OriginatorState;
const originatorOf = (row: Row): Originator => ({ id: row.id, ...stateOf(row) });

const byId = { name: 'originator.one', text: `select ${COLUMNS} from originator o where o.city = $1 and o.id = $2` };
const ofEnterprise = {
  name: 'originator.of-enterprise',
  text: `select ${COLUMNS} from originator o where o.city = $1 and o.enterprise = $2 and o.proven and o.erased_at is null`,
};

/** An originator; undefined where there is none that the caller may see. Contacts are seen by those who keep them. */
export async function findOriginator(tx: Tx, city: number, id: Uuid): Promise<Originator | undefined> {
  const [row] = await tx.run<Row>(byId, [city, id]);
  return row && originatorOf(row);
}

const taken = { name: 'originator.taken', text: 'select id from originator where city = $1 and id = any ($2::uuid[])' };

/** Which of these ids stand for an originator already. */
export const findOriginatorsTaken = async (tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlySet<Uuid>> =>
  new Set(ids.length === 0 ? [] : (await tx.run<{ id: Uuid }>(taken, [city, ids])).map(({ id }) => id));

/** The one originator that is proven to be this enterprise; who was erased is nobody any more. */
export async function findOriginatorOf(tx: Tx, city: number, enterprise: Uuid): Promise<Originator | undefined> {
  const [row] = await tx.run<Row>(ofEnterprise, [city, enterprise]);
  return row && originatorOf(row);
}

const write = {
  name: 'originator.write',
  text: `insert into originator (city, id, kind, enterprise, proven, claims, erased_at)
    select $1, id, kind, enterprise, proven, claims, "erasedAt"
    from json_to_recordset($2) as r (id uuid, kind text, enterprise uuid, proven boolean, claims text, "erasedAt" timestamptz)
    on conflict (city, id) do update set kind = excluded.kind, enterprise = excluded.enterprise, proven = excluded.proven,
      claims = excluded.claims, erased_at = excluded.erased_at`,
};
const writeContacts = {
  name: 'originator.write-contacts',
  text: `with r as (
      select o.id as originator, c.id, c.kind, c.sealed, c.confirmed
      from json_to_recordset($2) as o (id uuid, contacts json),
        json_to_recordset(o.contacts) as c (id uuid, kind text, sealed text, confirmed boolean)
    ), gone as (
      delete from contact c using json_to_recordset($2) as o (id uuid, contacts json)
      where c.city = $1 and c.originator = o.id and not exists (select from r where r.id = c.id)
    )
    insert into contact (city, id, originator, kind, sealed, confirmed)
    select $1, id, originator, kind, sealed, confirmed from r
    on conflict (city, id) do update set confirmed = excluded.confirmed`,
};

const eraseFiles = { name: 'originator.erase-files', text: 'select erase_files($1, $2, $3)' };
const filesOf = {
  name: 'originator.files',
  text: 'select id from files_of_subject($1) as s (id) order by id',
};

/** The files of a person, or of a matter of which nobody is known: what they uploaded, and what was attached for them. For those who keep contacts. */
export const findFilesOf = async (tx: Tx, subject: Uuid): Promise<Uuid[]> =>
  (await tx.run<{ id: Uuid }>(filesOf, [subject])).map(({ id }) => id);

const raisedSealed = { name: 'originator.raised-sealed', text: 'select raised_sealed($1) as raised' };

/**
 * Whether somebody raised what is sealed: nothing of it, something, or that alone. For those who keep contacts, who are not to erase them then,
 * and of whom there is only that are not to know.
 */
export const findRaisedSealed = async (tx: Tx, id: Uuid): Promise<'none' | 'some' | 'only'> =>
  (await tx.run<{ raised: 'none' | 'some' | 'only' }>(raisedSealed, [id]))[0]!.raised;

async function writeOriginators(tx: Tx, city: number, entries: readonly Entry<OriginatorState>[]): Promise<void> {
  const rows = JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })));
  await inOrder([
    tx.run(write, [city, rows]),
    tx.run(writeContacts, [city, rows]),
    ...entries.flatMap(({ id, state: { erasedFiles, erasedAt } }) =>
      erasedFiles ? [tx.run(eraseFiles, [id, erasedAt, erasedFiles])] : [],
    ),
  ]);
}

const stretch = {
  name: 'originator.within',
  text: `select ${COLUMNS} from originator o where o.city = $1 and o.id >= $2 and o.id <= $3`,
};

/** Originators, as the register keeps them. */
export const originatorNoun: Noun<OriginatorState> = {
  name: 'originator',
  opens: 'open-originator',
  fold: foldOriginator,
  write: writeOriginators,
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<Row>(stretch, [city, from, upTo]);
    return rows.map((row) => ({ id: row.id, state: stateOf(row) }));
  },
};

const lookUp = {
  name: 'originator.look-up',
  text: `update contact c set lookup = r.lookup from unnest($2::uuid[], $3::bytea[]) as r (id, lookup)
    where c.city = $1 and c.id = r.id`,
};
/** A contact, and by what it is found. */
export type Lookup = { readonly contact: Uuid; readonly lookup: Buffer };

/** By what these contacts are found. */
export async function setLookups(tx: Tx, city: number, all: readonly Lookup[]): Promise<void> {
  if (all.length === 0) return;
  await tx.run(lookUp, [city, all.map(({ contact }) => contact), all.map(({ lookup }) => lookup)]);
}

const confirmedAs = {
  name: 'originator.confirmed-as',
  text: `select true as here from contact where city = $1 and originator = $2 and lookup = $3 and confirmed`,
};

/** Whether this is a confirmed contact of that originator. */
export const isConfirmed = async (tx: Tx, city: number, originator: Uuid, lookup: Buffer): Promise<boolean> =>
  (await tx.run(confirmedAs, [city, originator, lookup])).length > 0;

const byLookup = {
  name: 'originator.by-lookup',
  text: 'select originator from contact where city = $1 and lookup = $2 group by originator order by originator desc limit 50',
};

/** Those who left this contact, the newest first. */
export const findByLookup = async (tx: Tx, city: number, lookup: Buffer): Promise<Uuid[]> =>
  (await tx.run<{ originator: Uuid }>(byLookup, [city, lookup])).map(({ originator }) => originator);
