import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { citySecret, findSubjectKey, sealingKey } from './key.store.ts';
import { keyed, seal, unseal } from './seal.ts';

/**
 * Seals what is personal of somebody, for one place such as an act; null where they were erased. For the person themselves, and for
 * who may read a matter of theirs, or a part of one (`within`).
 */
export async function sealFor(
  tx: Tx,
  subject: Uuid,
  place: Uuid,
  text: string,
  within: Uuid | null = null,
): Promise<string | null> {
  const key = await sealingKey(tx, subject, within);
  return key && seal(key, text, `${subject}/${place}`);
}

/** Opens what was sealed for this place; null after they were erased. For administrators and the system. */
export async function unsealOf(
  tx: Tx,
  city: number,
  { subject, place, sealed }: { subject: Uuid; place: Uuid; sealed: string | null },
): Promise<string | null> {
  const key = sealed === null ? undefined : await findSubjectKey(tx, city, subject);
  return key && sealed !== null ? unseal(key, sealed, `${subject}/${place}`) : null;
}

/** As {@link unsealOf}, of many pieces: the key of each subject is read once. */
export function unsealer(tx: Tx, city: number): (piece: Parameters<typeof unsealOf>[2]) => Promise<string | null> {
  const keys = new Map<Uuid, Buffer | undefined>();
  return async ({ subject, place, sealed }) => {
    if (sealed === null) return null;
    if (!keys.has(subject)) keys.set(subject, await findSubjectKey(tx, city, subject));
    const key = keys.get(subject);
    return key ? unseal(key, sealed, `${subject}/${place}`) : null;
  };
}

/**
 * A print of a text that holds personal data of somebody, by which the same text is known again; null after they were erased. With
 * their own key, as what is hidden in an otherwise known text could be guessed back from a hash that anybody can make.
 */
export async function printOf(tx: Tx, subject: Uuid, text: string): Promise<Buffer | null> {
  const key = await sealingKey(tx, subject);
  return key && keyed(key, 'print', text);
}

/** By what a text, such as a number that somebody is known by, is known again in this city and tells nothing elsewhere. For the system. */
export const cityPrintOf = async (tx: Tx, city: number, text: string): Promise<Buffer> =>
  keyed(await citySecret(tx, city, 'contact'), 'print', text);
