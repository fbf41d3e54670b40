import type { Uuid } from '../../kernel/index.ts';
import { afterCommit, remembered, type Tx } from '../../platform/postgres/index.ts';
import { newKey } from './seal.ts';

const findSecret = {
  name: 'originator.secret',
  text: 'select secret from city_secret where city = $1 and purpose = $2',
};
const makeSecret = {
  name: 'originator.make-secret',
  text: 'insert into city_secret (city, purpose, secret) values ($1, $2, $3) on conflict do nothing',
};

/** A secret of a city never changes, so it is read once per process. */
const known = remembered<Buffer>();

/** A secret of the city for one purpose, made at the first call. */
export async function citySecret(tx: Tx, city: number, purpose: 'contact' | 'code' | 'pass' | 'seal'): Promise<Buffer> {
  const name = `${city}/${purpose}`;
  const before = known.get(tx, name);
  if (before) return before;
  const read = async () => (await tx.run<{ secret: Buffer }>(findSecret, [city, purpose]))[0]?.secret;
  let secret = await read();
  if (!secret) {
    await tx.run(makeSecret, [city, purpose, newKey()]);
    secret = (await read())!;
  }
  // Made by this very transaction it is none until that has committed.
  const made = secret;
  afterCommit(tx, () => known.set(tx, name, made));
  return secret;
}

const find = { name: 'originator.key', text: 'select key from subject_key where city = $1 and subject = $2' };
const make = {
  name: 'originator.make-key',
  text: 'insert into subject_key (city, subject, key) values ($1, $2, $3) on conflict do nothing',
};
const makeAll = {
  name: 'originator.make-keys',
  text: `insert into subject_key (city, subject, key) select $1, subject, key from unnest($2::uuid[], $3::bytea[]) as r (subject, key)
    on conflict do nothing returning subject`,
};
const forget = { name: 'originator.forget', text: 'select forget_originator($1)' };

/** The key of a person's data; undefined after it was destroyed. */
export const findSubjectKey = async (tx: Tx, city: number, subject: Uuid): Promise<Buffer | undefined> =>
  (await tx.run<{ key: Buffer }>(find, [city, subject]))[0]?.key;

/** Makes the key of a person's data, unless there is one. */
export async function subjectKey(tx: Tx, city: number, subject: Uuid): Promise<Buffer> {
  await tx.run(make, [city, subject, newKey()]);
  return (await findSubjectKey(tx, city, subject))!;
}

/** Keeps the keys of people whom nobody knew; answers whether all are the first of theirs. */
export async function insertKeys(
  tx: Tx,
  city: number,
  all: readonly { readonly id: Uuid; readonly key: Buffer }[],
): Promise<boolean> {
  const made = await tx.run(makeAll, [city, all.map(({ id }) => id), all.map(({ key }) => key)]);
  return made.length === all.length;
}

const sealing = { name: 'originator.sealing-key', text: 'select sealing_key($1, $2, $3) as key' };

/**
 * The key by which whoever writes a text of a person seals what is personal in it; null after they were erased. For the person
 * themselves, and for who may read a matter of theirs, or `within`, a part of one; any other gets an error of the database.
 */
export const sealingKey = async (tx: Tx, subject: Uuid, within: Uuid | null = null): Promise<Buffer | null> =>
  (await tx.run<{ key: Buffer | null }>(sealing, [subject, newKey(), within]))[0]!.key;

/**
 * Destroys the key, so that what was sealed with it, wherever it still stands, is read by nobody any more; and all by which the
 * person is known or let in: contacts, codes, links, sessions. For administrators and the system.
 */
export async function forgetSubject(tx: Tx, subject: Uuid): Promise<void> {
  await tx.run(forget, [subject]);
}
