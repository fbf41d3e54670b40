import type { Uuid } from '../../kernel/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { citySecret } from '../originators/key.store.ts';
import { keyed, newKey, seal, unseal } from '../originators/seal.ts';
import { dropWrapped, findHolders, findWrapped, putWrapped, type Holder } from './sealing.store.ts';

/** Opens and closes the words of one sealed matter; `place`: the act that they stand in. */
export type Sealing = {
  seal(place: string, text: string): string;
  /** Throws where the text was sealed elsewhere or was changed. */
  unseal(place: string, sealed: string): string;
};

/** Draws the key of a matter that is just being registered, and wraps it for all who are named for it. */
export async function newSealing(tx: Tx, city: number, matter: Uuid, seats: readonly Uuid[]): Promise<Sealing> {
  const key = newKey();
  await asSystem(tx, () => wrap(tx, city, matter, key, seats));
  return sealingWith(key, matter);
}

/** What a seat opens a sealed matter with; undefined where it is not named for it. */
export async function findSealing(tx: Tx, city: number, matter: Uuid, seat: Uuid): Promise<Sealing | undefined> {
  const key = await keyOf(tx, city, matter, seat);
  return key && sealingWith(key, matter);
}

/** Draws the key of a file that is to be sealed, and the same wrapped for whoever uploads it. */
export async function drawFileKey(
  tx: Tx,
  { city, seat }: { readonly city: number; readonly seat: Uuid },
  file: Uuid,
): Promise<{ key: Buffer; kept: string }> {
  const key = newKey();
  const own = await asSystem(tx, () => keyOfHolder(tx, city, seat));
  return { key, kept: seal(own, key.toString('base64'), placeOf(file, seat)) };
}

/** The key that was drawn so, for whoever uploaded the file; undefined for anybody else. */
export async function keptFileKey(
  tx: Tx,
  { city, seat }: { readonly city: number; readonly seat: Uuid },
  file: { readonly id: Uuid; readonly kept: string },
): Promise<Buffer | undefined> {
  const own = await asSystem(tx, () => keyOfHolder(tx, city, seat));
  return opened(own, file.kept, placeOf(file.id, seat));
}

/** Names another seat for a sealed matter, by one who is named for it. Throws where they are not. */
export async function nameFor(tx: Tx, city: number, matter: Uuid, by: Uuid, seat: Uuid): Promise<void> {
  const key = await keyOf(tx, city, matter, by);
  if (!key) throw new Error('only who is named for a sealed matter names another');
  await asSystem(tx, () => wrap(tx, city, matter, key, [seat]));
}

/** A seat that was named for a sealed matter opens it no more. */
export const unnameFor = (tx: Tx, matter: Uuid, seat: Uuid): Promise<void> =>
  asSystem(tx, () => dropWrapped(tx, matter, seat));

async function keyOf(tx: Tx, city: number, matter: Uuid, seat: Uuid): Promise<Buffer | undefined> {
  const wrapped = await findWrapped(tx, city, matter, seat);
  if (wrapped === undefined) return undefined;
  const own = await asSystem(tx, () => keyOfHolder(tx, city, seat));
  return opened(own, wrapped, placeOf(matter, seat));
}

/** Undefined where it was wrapped for whoever sat there before, or before an administrator gave them a password: not named anew since. */
function opened(own: Buffer, wrapped: string, place: string): Buffer | undefined {
  try {
    return Buffer.from(unseal(own, wrapped, place), 'base64');
  } catch {
    return undefined;
  }
}

const keyOfHolder = async (tx: Tx, city: number, seat: Uuid): Promise<Buffer> =>
  ownKey(tx, city, seat, (await findHolders(tx, city, [seat])).get(seat));

async function wrap(tx: Tx, city: number, matter: Uuid, key: Buffer, seats: readonly Uuid[]): Promise<void> {
  const text = key.toString('base64');
  const holders = await findHolders(tx, city, seats);
  const all: { seat: Uuid; wrapped: string }[] = [];
  for (const seat of new Set(seats))
    all.push({
      seat,
      wrapped: seal(await ownKey(tx, city, seat, holders.get(seat)), text, placeOf(matter, seat)),
    });
  await putWrapped(tx, matter, all);
}

/**
 * The key of somebody on a seat, of both, and of the passwords that an administrator gave them: whoever is put on a named seat, or takes
 * over the account of who sits there, reads no word of before, until one who is named names the seat anew.
 */
async function ownKey(
  tx: Tx,
  city: number,
  seat: Uuid,
  { account, given }: Holder = { account: seat, given: 0 },
): Promise<Buffer> {
  return keyed(await citySecret(tx, city, 'seal'), 'seat', seat, account, ...(given ? [String(given)] : []));
}

const placeOf = (matter: Uuid, seat: Uuid): string => `${matter}/${seat}`;

const sealingWith = (key: Buffer, matter: Uuid): Sealing => ({
  seal: (place, text) => seal(key, text, `${matter}/${place}`),
  unseal: (place, sealed) => unseal(key, sealed, `${matter}/${place}`),
});
