import { randomBytes } from 'node:crypto';
import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { limited, newToken, parseToken, type Caller } from '../../platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { findEnterprise } from '../enterprises/enterprise.store.ts';
import { citySecret } from './key.store.ts';
import { findOriginator } from './originator.store.ts';
import {
  deleteOriginatorSession,
  findOriginatorSession,
  findPass,
  insertOriginatorSession,
  insertPasses,
} from './pass.store.ts';
import { noteLanguage } from './reach.store.ts';
import { keyed } from './seal.ts';
import { numberKeyOf, passCodeOf } from './pass.rules.ts';

/** A phone is laid aside for a day; after a week one proves anew who one is. */
const IDLE_MS = 24 * 60 * 60 * 1000;
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;
/** So long does a link to one matter lead there. */
const LINK_MS = 30 * 24 * 60 * 60 * 1000;

/** An originator who is signed in. `matter`: the only one that is open to them; null: all of theirs. */
export type KnownOriginator = { readonly caller: Caller; readonly matter: Uuid | null };
export type OpenedOriginatorSession = { readonly token: string; readonly until: Date };

/** Opens a session of an originator, of one matter alone where one is named; they are written to in this language from now on. */
export async function openOriginatorSession(
  pool: Pool,
  {
    city,
    originator,
    matter = null,
    language,
  }: { city: number; originator: Uuid; matter?: Uuid | null; language: Language },
  now: Date,
): Promise<OpenedOriginatorSession> {
  const token = newToken(city);
  const until = new Date(now.getTime() + LONGEST_MS);
  const { hash } = parseToken(token)!;
  await transact(pool, { city, system: true }, async (tx) => {
    await insertOriginatorSession(tx, city, { hash, originator, matter, at: now, until });
    await noteLanguage(tx, city, [originator], language);
  });
  return { token, until };
}

/** Who is behind a token; null for one that is none, is over, or whose originator was erased. */
export async function findKnownOriginator(pool: Pool, text: string, now: Date): Promise<KnownOriginator | null> {
  const token = parseToken(text);
  if (!token) return null;
  const { city, hash } = token;
  return transact(pool, { city, system: true }, async (tx) => {
    const session = await findOriginatorSession(tx, city, hash, now, new Date(now.getTime() - IDLE_MS));
    if (!session) return null;
    return { caller: await callerOf(tx, city, session.originator), matter: session.matter };
  });
}

/** An originator as the subject of the policies: their seat is themselves, and they stand in no unit. */
export const originatorCaller = (city: number, id: Uuid, name: string): Caller => ({
  city,
  account: id,
  seat: id,
  role: 'originator',
  unit: null,
  units: [],
  name,
  title: '',
});

async function callerOf(tx: Tx, city: number, id: Uuid): Promise<Caller> {
  const found = await findOriginator(tx, city, id);
  const enterprise = found?.enterprise && found.proven ? await findEnterprise(tx, city, found.enterprise) : undefined;
  return originatorCaller(city, id, enterprise?.name ?? '');
}

/** Ends a session; a token that is none is no fault. */
export async function closeOriginatorSession(pool: Pool, text: string): Promise<void> {
  const token = parseToken(text);
  if (!token) return;
  const { city, hash } = token;
  await transact(pool, { city, system: true }, (tx) => deleteOriginatorSession(tx, city, hash));
}

/** By what a matter is followed: its number and a code. */
export type NewPassCode = {
  readonly matter: Uuid;
  readonly number: string;
  readonly originator: Uuid;
  readonly code: string;
};

/**
 * Has matters be followed by their numbers and these codes, which are kept as hashes only. What comes back sends its statement at
 * once: for the end of a transaction that has just taken a number.
 */
export async function passCodes(
  tx: Tx,
  city: number,
): Promise<(all: readonly NewPassCode[], now: Date) => Promise<void>> {
  const secret = await citySecret(tx, city, 'pass');
  return (all, now) => {
    const passes = all.map(({ matter, number, originator, code }) => {
      const hash = keyed(secret, 'code', numberKeyOf(number), code);
      return { id: uuidv7(now), matter, originator, kind: 'code' as const, hash, at: now, expiresAt: null };
    });
    return insertPasses(tx, city, passes);
  };
}

/** Makes the token of a link that leads to one matter without signing in, for a month. */
export async function makePassLink(
  tx: Tx,
  city: number,
  { matter, originator }: { matter: Uuid; originator: Uuid },
  now: Date,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const hash = keyed(await citySecret(tx, city, 'pass'), 'link', token);
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await insertPasses(tx, city, [{ id: uuidv7(now), matter, originator, kind: 'link', hash, at: now, expiresAt }]);
  return token;
}

/**
 * What a number and its code open. An unknown number and a wrong code give the same refusal; who tries often waits, longer each
 * time, by the number and by the address.
 *
 * @throws Refusal `enterprises.pass-wrong` (401), `identity.sign-in-wait` (429).
 */
export async function usePassCode(
  pool: Pool,
  { city, number, code, address }: { city: number; number: string; code: string; address: string },
  now: Date,
): Promise<{ matter: Uuid; originator: Uuid }> {
  const found = await limited(pool, { login: `pass:${city}:${numberKeyOf(number)}`.slice(0, 64), address }, now, () =>
    transact(pool, { city, system: true }, async (tx) => {
      const hash = keyed(await citySecret(tx, city, 'pass'), 'code', numberKeyOf(number), passCodeOf(code));
      return (await findPass(tx, city, 'code', hash, now)) ?? null;
    }),
  );
  return found ?? refuse('enterprises.pass-wrong', {}, { status: 401 });
}

/** What a link opens. @throws Refusal `enterprises.link-over` (401), `identity.sign-in-wait` (429). */
export async function usePassLink(
  pool: Pool,
  { city, token, address }: { city: number; token: string; address: string },
  now: Date,
): Promise<{ matter: Uuid; originator: Uuid }> {
  const found = await limited(pool, { login: `link:${address}`.slice(0, 64), address }, now, () =>
    transact(pool, { city, system: true }, async (tx) => {
      const hash = keyed(await citySecret(tx, city, 'pass'), 'link', token);
      return (await findPass(tx, city, 'link', hash, now)) ?? null;
    }),
  );
  return found ?? refuse('enterprises.link-over', {}, { status: 401 });
}
