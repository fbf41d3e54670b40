import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

export type NewPass = {
  id: Uuid;
  matter: Uuid;
  originator: Uuid;
  kind: 'code' | 'link';
  hash: Buffer;
  at: Date;
  expiresAt: Date | null;
};

const insert = {
  name: 'pass.insert',
  text: `insert into matter_pass (city, id, matter, originator, kind, hash, at, expires_at)
    select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bytea[], $7::timestamptz[], $8::timestamptz[])
    on conflict do nothing`,
};
const PARTS = ['id', 'matter', 'originator', 'kind', 'hash', 'at', 'expiresAt'] as const;

/** Adds passes; one that is there already stays as it is. */
export async function insertPasses(tx: Tx, city: number, all: readonly NewPass[]): Promise<void> {
  if (all.length > 0) await tx.run(insert, [city, ...PARTS.map((part) => all.map((pass) => pass[part]))]);
}

const find = {
  name: 'pass.find',
  text: `select p.matter, p.originator from matter_pass p
      join originator o on o.city = p.city and o.id = p.originator and o.erased_at is null
    where p.city = $1 and p.hash = $2 and p.kind = $3 and (p.expires_at is null or p.expires_at > $4)`,
};

/** What a pass opens; undefined for one that never was or is over. */
export const findPass = async (tx: Tx, city: number, kind: NewPass['kind'], hash: Buffer, now: Date) =>
  (await tx.run<{ matter: Uuid; originator: Uuid }>(find, [city, hash, kind, now]))[0];

const open = {
  name: 'pass.open-session',
  text: `with swept as (delete from originator_session where city = $1 and expires_at < $5)
    insert into originator_session (city, token_hash, originator, matter, at, seen_at, expires_at)
    values ($1, $2, $3, $4, $5, $5, $6)`,
};

/** Opens a session of an originator, of one matter alone where one is named; sweeps those that are over. */
export async function insertOriginatorSession(
  tx: Tx,
  city: number,
  s: { hash: Buffer; originator: Uuid; matter: Uuid | null; at: Date; until: Date },
): Promise<void> {
  await tx.run(open, [city, s.hash, s.originator, s.matter, s.at, s.until]);
}

const use = {
  name: 'pass.use-session',
  text: `with touched as (
      update originator_session set seen_at = $3
      where city = $1 and token_hash = $2 and expires_at > $3 and seen_at > $4 and seen_at < $3 - interval '1 minute')
    select s.originator, s.matter from originator_session s
      join originator o on o.city = s.city and o.id = s.originator and o.erased_at is null
    where s.city = $1 and s.token_hash = $2 and s.expires_at > $3 and s.seen_at > $4`,
};

/** The session behind a token; undefined where it is over, was idle since before `idleSince`, or its originator was erased. */
export const findOriginatorSession = async (tx: Tx, city: number, hash: Buffer, now: Date, idleSince: Date) =>
  (await tx.run<{ originator: Uuid; matter: Uuid | null }>(use, [city, hash, now, idleSince]))[0];

const close = {
  name: 'pass.close-session',
  text: 'delete from originator_session where city = $1 and token_hash = $2',
};

/** Ends the session of an originator by the hash of its token. */
export async function deleteOriginatorSession(tx: Tx, city: number, hash: Buffer): Promise<void> {
  await tx.run(close, [city, hash]);
}
