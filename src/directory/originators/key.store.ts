import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { newKey } from './seal.ts';

const findSecret = {
  name: 'originator.secret',
  text: 'select secret from city_secret where city = $1 and purpose = $2',
};
const makeSecret = {
  name: 'originator.make-secret',
  text: 'insert into city_secret (city, purpose, secret) values ($1, $2, $3) on conflict do nothing',
};

/** A secret of the city for one purpose, made at the first call. */
export async function citySecret(tx: Tx, city: number, purpose: 'contact' | 'code' | 'pass'): Promise<Buffer> {
  const read = async () => (await tx.run<{ secret: Buffer }>(findSecret, [city, purpose]))[0]?.secret;
  const known = await read();
  if (known) return known;
  await tx.run(makeSecret, [city, purpose, newKey()]);
  return (await read())!;
}

const find = { name: 'originator.key', text: 'select key from subject_key where city = $1 and subject = $2' };
const make = {
  name: 'originator.make-key',
  text: 'insert into subject_key (city, subject, key) values ($1, $2, $3) on conflict do nothing',
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

const sealing = { name: 'originator.sealing-key', text: 'select sealing_key($1, $2) as key' };

/**
 * The key by which whoever writes a text of a person seals what is personal in it; null after they were erased. For the person
 * themselves, and for who may read a matter of theirs; any other gets an error of the database.
 */
export const sealingKey = async (tx: Tx, subject: Uuid): Promise<Buffer | null> =>
  (await tx.run<{ key: Buffer | null }>(sealing, [subject, newKey()]))[0]!.key;

/**
 * Destroys the key, so that what was sealed with it, wherever it still stands, is read by nobody any more; and all by which the
 * person is known or let in: contacts, codes, links, sessions. For administrators and the system.
 */
export async function forgetSubject(tx: Tx, subject: Uuid): Promise<void> {
  await tx.run(forget, [subject]);
}
