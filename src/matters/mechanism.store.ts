import { createHash } from 'node:crypto';
import { refuse, type Uuid } from '../kernel/index.ts';
import { parseMechanism, type Mechanism } from '../mechanism/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

/** `sourceHash` is the SHA-256 of its text, which the acts that open something under it keep. */
export type MechanismVersion = {
  readonly key: string;
  readonly version: number;
  readonly mechanism: Mechanism;
  readonly sourceHash: string;
};

const one = {
  name: 'mechanism.version',
  text: 'select source from mechanism where city = $1 and key = $2 and version = $3',
};
const newest = {
  name: 'mechanism.newest',
  text: 'select version, source from mechanism where city = $1 and key = $2 order by version desc limit 1',
};

const all = {
  name: 'mechanism.all',
  text: 'select distinct on (key) key, version, source from mechanism where city = $1 order by key, version desc',
};

/** A published version is never altered, so it is parsed once per process. */
const parsed = new Map<string, Mechanism>();

function read(city: number, key: string, version: number, source: string): Mechanism {
  const name = `${city}/${key}/${version}`;
  const known = parsed.get(name);
  if (known) return known;
  const { mechanism, faults } = parseMechanism(source);
  if (!mechanism) throw new Error(`mechanism ${name} was published with faults: ${JSON.stringify(faults)}`);
  parsed.set(name, mechanism);
  return mechanism;
}

/** The version under which a matter was opened. Throws where there is none: the matter's foreign key forbids that. */
export async function getMechanism(tx: Tx, city: number, key: string, version: number): Promise<Mechanism> {
  const known = parsed.get(`${city}/${key}/${version}`);
  if (known) return known;
  const [row] = await tx.run<{ source: string }>(one, [city, key, version]);
  if (!row) throw new Error(`mechanism ${key} has no version ${version}`);
  return read(city, key, version, row.source);
}

/** The version under which new matters are opened; refuses a key that the city does not have. */
export async function getNewestMechanism(tx: Tx, city: number, key: string): Promise<MechanismVersion> {
  const [row] = await tx.run<{ version: number; source: string }>(newest, [city, key]);
  if (!row) return refuse('matter.mechanism-unknown', { key }, { status: 404 });
  return versionOf(city, { key, ...row });
}

/** Every mechanism of the city in the version under which new matters are opened, by key. */
export async function newestMechanisms(tx: Tx, city: number): Promise<MechanismVersion[]> {
  const rows = await tx.run<SourceRow>(all, [city]);
  return rows.map((row) => versionOf(city, row));
}

type SourceRow = { key: string; version: number; source: string };

function versionOf(city: number, { key, version, source }: SourceRow): MechanismVersion {
  const sourceHash = createHash('sha256').update(source).digest('hex');
  return { key, version, mechanism: read(city, key, version, source), sourceHash };
}

const publish = {
  name: 'mechanism.publish',
  text: `insert into mechanism (city, key, version, source, published_at, seat)
    select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from mechanism where city = $1 and key = $2
    returning version`,
};

/** Publishes a file as the newest version of its mechanism and returns the version; refuses one with any fault. */
export async function publishMechanism(
  tx: Tx,
  city: number,
  source: string,
  at: Date,
  seat: Uuid | null,
): Promise<number> {
  const { mechanism, faults } = parseMechanism(source);
  if (!mechanism) {
    const errors = faults.map((f) => ({ code: f.code, status: 422, params: f.params, pointer: `line ${f.line}` }));
    return refuse('mechanism.has-faults', { count: faults.length }, { errors });
  }
  const [row] = await tx.run<{ version: number }>(publish, [city, mechanism.key, source, at, seat]);
  return row!.version;
}
