import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aStaff, type Staff } from './staff.ts';
import { addUnits, adoptDirectory, publishScheme } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';

/** The city as a database's owner finds it, and how a test reaches it as the application does. */
export type Databases = { readonly pool: Pool; readonly owner: Pool };

const MECHANISMS = join(import.meta.dirname, '../../mechanisms');

/** A city behind the counter: two units with their staff, a category to file under, and these shipped mechanisms. */
export async function aStaffedCity(
  { pool, owner }: Databases,
  at: Date,
  mechanisms: readonly string[] = ['appeal.yaml'],
): Promise<{ staff: Staff; water: Uuid }> {
  const system = { city: 1, system: true } as const;
  const units = ['莲城市水务局', '莲城市城管局'].map((name) => ({ id: uuidv7(at), name, kind: 'department' as const }));
  const ids = units.map(({ id }) => id);
  const categories = [{ code: '07', parent: null, zh: '营商环境', en: null, retired: false }];
  const scheme = { id: uuidv7(at), key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories, seen: 0 };
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, units, at);
    await publishScheme(tx, system, scheme, at);
    for (const file of mechanisms)
      await publishMechanism(tx, system, { source: readFileSync(join(MECHANISMS, file), 'utf8') }, at);
  });
  const staff = await aStaff(pool, ids, at);
  // The staff's accounts were put there without acts.
  await transact(pool, system, (tx) => adoptDirectory.person(tx, system, at));
  return { staff, water: ids[0]! };
}
