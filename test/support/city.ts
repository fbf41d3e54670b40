import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addUnits } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { foundCity } from '../../src/platform/identity/index.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';

const MECHANISM = join(import.meta.dirname, '../../mechanisms/weekly-assignment.yaml');

/** Founds a small city for a test: units by name, and the shipped mechanism. Returns the units' ids in that order. */
export async function aCity(pool: Pool, city: number, names: readonly string[], at: Date): Promise<Uuid[]> {
  const system = { city, system: true } as const;
  const units = names.map((name) => ({ id: uuidv7(at), name, kind: 'department' as const }));
  await transact(pool, system, async (tx) => {
    await foundCity(tx, city, '莲城市', 'Liancheng');
    await addUnits(tx, system, units, at);
    await publishMechanism(tx, { city, system: true }, { source: readFileSync(MECHANISM, 'utf8') }, at);
  });
  return units.map((unit) => unit.id);
}
