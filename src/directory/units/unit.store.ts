import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Entry, Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Located, Unit } from '../contract.ts';
import { foldUnit, type UnitState } from './unit.rules.ts';

const version = { name: 'directory.unit-version', text: 'select version from unit_version where city = $1' };
const units = {
  name: 'directory.units',
  text: `select id, parent, name, short_name as "shortName", aliases, kind, sort, retired_at as "retiredAt",
      merged_into as "mergedInto", earlier, located
    from unit where city = $1 order by sort, name collate "zh-x-icu", id`,
};
type UnitRow = Omit<Unit, 'retiredAt' | 'located'> & { retiredAt: Date | null; located: Located | null };
const unitOf = ({ located, retiredAt, ...row }: UnitRow): Unit => ({
  ...row,
  retiredAt: retiredAt?.toISOString() ?? null,
  ...(located && { located }),
});

/** Units read before, by the version that they had. Versions are random, so those of two databases never meet. */
const kept = new Map<string, ReadonlyMap<Uuid, Unit>>();
const KEPT_VERSIONS = 64;

/**
 * All units of the city, retired ones too, by id, in the order of protocol. Reads one row when none has changed since this
 * process read them last: an act asks for them, and reading some hundreds each time would be most of its cost.
 */
export async function findUnits(tx: Tx, city: number): Promise<ReadonlyMap<Uuid, Unit>> {
  const [row] = await tx.run<{ version: string }>(version, [city]);
  const known = row && kept.get(row.version);
  if (known) return known;
  const rows = await tx.run<UnitRow>(units, [city]);
  const read = new Map(rows.map((unit) => [unit.id, unitOf(unit)]));
  // A city without a version has no units yet, or somebody took it away; either way there is nothing to keep them by.
  if (!row) return read;
  // The units may be newer than the version, never older; a version that is over is not asked for again.
  if (kept.size >= KEPT_VERSIONS) kept.delete(kept.keys().next().value!);
  kept.set(row.version, read);
  return read;
}

const write = {
  name: 'directory.write-units',
  text: `insert into unit (city, id, parent, name, short_name, aliases, kind, sort, retired_at, merged_into, earlier, located)
    select $1, id, parent, name, "shortName", array(select json_array_elements_text(aliases)), kind, sort, "retiredAt",
      "mergedInto", earlier, located
    from json_to_recordset($2) as r (id uuid, parent uuid, name text, "shortName" text, aliases json, kind text, sort integer,
      "retiredAt" timestamptz, "mergedInto" uuid, earlier jsonb, located jsonb)
    on conflict (city, id) do update set parent = excluded.parent, name = excluded.name, short_name = excluded.short_name,
      aliases = excluded.aliases, kind = excluded.kind, sort = excluded.sort, retired_at = excluded.retired_at,
      merged_into = excluded.merged_into, earlier = excluded.earlier, located = excluded.located`,
};

async function writeUnits(tx: Tx, city: number, entries: readonly Entry<UnitState>[]): Promise<void> {
  const rows = entries.map(({ id, state }) => ({ id, ...state }));
  try {
    await tx.run(write, [city, JSON.stringify(rows)]);
  } catch (error) {
    // The acts ask before; two of one name in one request are left to the index.
    if ((error as { constraint?: string }).constraint !== 'unit_name') throw error;
    refuse('directory.name-taken', {}, { status: 409, pointer: '/name' });
  }
}

const stretch = {
  name: 'directory.units-within',
  text: units.text.replace('where city = $1', 'where city = $1 and id >= $2 and id <= $3'),
};

/** Units, as the register keeps them. */
export const unitNoun: Noun<UnitState> = {
  name: 'unit',
  opens: 'add-unit',
  fold: foldUnit,
  write: writeUnits,
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<UnitRow>(stretch, [city, from, upTo]);
    return rows.map((row) => {
      const { id, ...state } = unitOf(row);
      return { id, state };
    });
  },
};

const desk = {
  name: 'directory.is-desk',
  text: `select from unit u where u.city = $1 and u.id = $2 and u.retired_at is null and (u.located is not null
      or exists (select from seat s where s.city = u.city and s.unit = u.id and s.role = 'supervisor' and s.until_at is null))`,
};

/**
 * Whether people come to this unit with what they raise: it is the office's own, in which somebody supervises, or the city has told where it
 * is found.
 */
export const isDesk = async (tx: Tx, city: number, unit: Uuid): Promise<boolean> =>
  (await tx.run(desk, [city, unit])).length > 0;
