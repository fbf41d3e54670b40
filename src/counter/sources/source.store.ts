import type { Uuid } from '../../kernel/index.ts';
import { rowEach, type EntryAct, type Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** A source after all its acts so far. `token`: the SHA-256 of what it shows, in hexadecimal. */
export type SourceState = {
  readonly name: string;
  readonly mechanism: string;
  readonly channel: string | null;
  readonly token: string;
  readonly revokedAt: string | null;
};
export type FoundSource = { readonly id: Uuid } & SourceState;

function foldSource(state: SourceState | null, { kind, given, at }: EntryAct): SourceState {
  if (kind === 'open-source') return { ...(given as Omit<SourceState, 'revokedAt'>), revokedAt: null };
  if (state && kind === 'renew-source') return { ...state, token: given['token'] as string };
  if (!state || kind !== 'revoke-source') throw new Error(`no act on a source: ${kind}`);
  return { ...state, revokedAt: at };
}

const COLUMNS = `id, name, mechanism, channel, encode(token_hash, 'hex') as token, revoked_at as "revokedAt"`;
type Row = Omit<FoundSource, 'revokedAt'> & { revokedAt: Date | null };
const stateOf = ({ revokedAt, ...row }: Omit<Row, 'id'>): SourceState => ({
  ...row,
  revokedAt: revokedAt?.toISOString() ?? null,
});
const sourceOf = ({ id, ...row }: Row): FoundSource => ({ id, ...stateOf(row) });

const list = { name: 'source.list', text: `select ${COLUMNS} from source where city = $1 order by id limit 500` };
const byToken = {
  name: 'source.by-token',
  text: `select ${COLUMNS} from source where city = $1 and token_hash = $2 and revoked_at is null`,
};

/** Every source of the city, ended ones too; a city has a handful. */
export const listSources = async (tx: Tx, city: number): Promise<FoundSource[]> =>
  (await tx.run<Row>(list, [city])).map(sourceOf);

/** The source whose token this is; undefined for one that never was or was revoked. */
export async function findSourceByToken(tx: Tx, city: number, hash: Buffer): Promise<FoundSource | undefined> {
  const [row] = await tx.run<Row>(byToken, [city, hash]);
  return row && sourceOf(row);
}

const write = {
  name: 'source.write',
  text: `insert into source (city, id, name, mechanism, channel, token_hash, revoked_at)
    select $1, id, name, mechanism, channel, decode(token, 'hex'), "revokedAt"
    from json_to_recordset($2) as r (id uuid, name text, mechanism text, channel text, token text, "revokedAt" timestamptz)
    on conflict (city, id) do update set revoked_at = excluded.revoked_at, token_hash = excluded.token_hash`,
};
const within = {
  name: 'source.within',
  text: `select ${COLUMNS} from source where city = $1 and id >= $2 and id <= $3`,
};

/** Sources, as the register keeps them. */
export const sourceNoun: Noun<SourceState> = {
  name: 'source',
  opens: 'open-source',
  fold: foldSource,
  ...rowEach({ write, within, stateOf }),
};
