import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPerson } from '../directory/index.ts';
import { refuse, uuidv7, type Uuid } from '../kernel/index.ts';
import { entryAct, findAct } from '../ledger/index.ts';
import { publishMechanism } from '../matters/index.ts';
import { projectFolder } from '../platform/config/index.ts';
import { sentence } from '../platform/i18n/index.ts';
import { findCityName, foundCity, randomPassword } from '../platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import { setupIsOpen, takeCode, tryCode, writeCode } from './code.store.ts';
import type { FoundCity } from './contract.ts';
import { isPlaceCode } from './place.rules.ts';
import { beginSteps } from './steps.store.ts';

/** A city to be founded. `place` is its administrative division code, `person` who its first administrator is. */
export type NewCity = {
  readonly id: Uuid;
  readonly place: number;
  readonly name: string;
  readonly nameEn: string;
  readonly login: string;
  readonly person: string;
  readonly password: string;
};

/** A code works for a day: long enough to go home over, too short to be found in a log. */
const CODE_MS = 24 * 60 * 60 * 1000;

/**
 * Makes the one-time code with which the first city is founded, in the place of an earlier one. Null where there is a city: then
 * the door is closed for ever. `owner` is the schema's owner.
 */
export async function offerSetup(owner: Pool, now: Date): Promise<string | null> {
  if (!(await setupIsOpen(owner))) return null;
  const code = randomPassword();
  await writeCode(owner, code, new Date(now.getTime() + CODE_MS));
  return code;
}

/**
 * Founds the first city for whoever has the code from the terminal: the mechanisms that come with the program and one
 * administrator with a password of their own. Sent again it founds nothing more.
 *
 * @throws Refusal `setup.closed` (410) once there is a city; `setup.code-wrong`, `setup.code-expired`, `setup.code-spent` (403);
 *   `setup.place-wrong`; those of an account.
 */
export async function foundByCode(pool: Pool, given: FoundCity, now: Date): Promise<void> {
  const { code, ...asked } = given;
  if (!isPlaceCode(asked.place)) refuse('setup.place-wrong', { place: asked.place }, { pointer: '/place' });
  const city = { ...asked, nameEn: asked.nameEn || asked.name };
  const sources = await shippedMechanisms();
  const tried = await tryCode(pool, code, now);
  if (tried === 'wrong') refuse('setup.code-wrong', {}, { status: 403, pointer: '/code' });
  if (tried === 'expired') refuse('setup.code-expired', {}, { status: 403, pointer: '/code' });
  if (tried === 'spent') refuse('setup.code-spent', {}, { status: 403, pointer: '/code' });
  await transact(pool, { city: city.place, system: true }, async (tx) => {
    if (tried === 'fits' && (await takeCode(tx, code))) return found(tx, city, sources, now);
    // The answer to the very same request may have been lost.
    const earlier = await findAct(tx, city.place, city.id);
    if (!earlier || entryAct(earlier).given['login'] !== city.login.toLowerCase())
      refuse('setup.closed', {}, { status: 410 });
  });
}

/**
 * Founds a city from the command line, whatever others there are. Returns the administrator's random password: only its hash is
 * kept.
 *
 * @throws Refusal `cli.city-there` when the city has been founded before; those of an account.
 */
export async function foundWithAdministrator(
  pool: Pool,
  given: Omit<NewCity, 'id' | 'password'>,
  now: Date,
): Promise<string> {
  const { place } = given;
  const sources = await shippedMechanisms();
  const password = randomPassword();
  await transact(pool, { city: place, system: true }, async (tx) => {
    const there = await findCityName(tx, place);
    if (there !== '') refuse('cli.city-there', { code: place, name: there }, { status: 409 });
    await found(tx, { ...given, id: uuidv7(now), password }, sources, now);
  });
  return password;
}

async function found(tx: Tx, given: NewCity, sources: readonly string[], now: Date): Promise<void> {
  const { id, place: city, name, nameEn, login, person, password } = given;
  const system = { city, system: true } as const;
  await foundCity(tx, city, name, nameEn);
  for (const source of sources) await publishMechanism(tx, system, { source }, now);
  const title = sentence('zh', 'web.role.administrator');
  const seat = { id: uuidv7(now), unit: null, role: 'administrator', title } as const;
  await openPerson(tx, system, { id, login, name: person, password, seat }, now);
  await beginSteps(tx, city);
}

async function shippedMechanisms(): Promise<string[]> {
  const folder = join(projectFolder, 'mechanisms');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml'));
  return Promise.all(files.toSorted().map((file) => readFile(join(folder, file), 'utf8')));
}
