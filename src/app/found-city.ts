import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSeat } from '../directory/index.ts';
import { refuse, uuidv7 } from '../kernel/index.ts';
import { publishMechanism } from '../matters/index.ts';
import { projectFolder } from '../platform/config/index.ts';
import { createAccount, findCityName, foundCity, randomPassword } from '../platform/identity/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';

/** A city to be founded. `code` is its administrative division code, `title` what the first administrator is called. */
export type NewCity = {
  readonly code: number;
  readonly name: string;
  readonly nameEn: string;
  readonly login: string;
  readonly title: string;
};

/**
 * Founds a city with the mechanisms that come with the program and one administrator, who sees to everything else on the page.
 * Returns the administrator's random password: only its hash is kept.
 *
 * @throws Refusal `cli.city-there` when the city has been founded before; those of `createAccount`.
 */
export async function foundWithAdministrator(pool: Pool, given: NewCity, now: Date): Promise<string> {
  const { code, name, nameEn, login, title } = given;
  const system = { city: code, system: true } as const;
  const sources = await shippedMechanisms();
  const password = randomPassword();
  await transact(pool, system, async (tx) => {
    const there = await findCityName(tx, code);
    if (there !== '') refuse('cli.city-there', { code, name: there }, { status: 409 });
    await foundCity(tx, code, name, nameEn);
    for (const source of sources) await publishMechanism(tx, { city: code, system: true }, { source }, now);
    const account = await createAccount(tx, { city: code, login, name: title, password }, now);
    await openSeat(tx, system, { id: uuidv7(now), account, role: 'administrator', title }, now);
  });
  return password;
}

async function shippedMechanisms(): Promise<string[]> {
  const folder = join(projectFolder, 'mechanisms');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  return Promise.all(files.toSorted().map((name) => readFile(join(folder, name), 'utf8')));
}
