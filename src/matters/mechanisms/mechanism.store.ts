import { createHash } from 'node:crypto';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { parseMechanism, type Mechanism } from '../../mechanism/index.ts';
import { afterCommit, remembered, type Tx } from '../../platform/postgres/index.ts';

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
  text: 'select version from mechanism where city = $1 and key = $2 order by version desc limit 1',
};

// Without their texts, a third of a megabyte that this process has read before.
const all = {
  name: 'mechanism.all',
  text: 'select key, max(version) as version from mechanism where city = $1 group by key order by key',
};

type Parsed = Pick<MechanismVersion, 'mechanism' | 'sourceHash'>;
/** What texts say, by their SHA-256: a text of some hundred lines is parsed once per process. */
const parsed = new Map<string, Parsed>();
/** A published version is never altered, so its text is read once per process and database. */
const known = remembered<MechanismVersion>();

function parse(source: string, name: string): Parsed {
  const sourceHash = createHash('sha256').update(source).digest('hex');
  const before = parsed.get(sourceHash);
  if (before) return before;
  const { mechanism, faults } = parseMechanism(source);
  if (!mechanism) throw new Error(`mechanism ${name} was published with faults: ${JSON.stringify(faults)}`);
  const made = { mechanism, sourceHash };
  parsed.set(sourceHash, made);
  return made;
}

async function findVersion(tx: Tx, city: number, key: string, version: number): Promise<MechanismVersion | null> {
  const name = `${city}/${key}/${version}`;
  const before = known.get(tx, name);
  if (before) return before;
  const [row] = await tx.run<{ source: string }>(one, [city, key, version]);
  if (!row) return null;
  const found = { key, version, ...parse(row.source, name) };
  // Published by this very transaction it is none until that has committed.
  afterCommit(tx, () => known.set(tx, name, found));
  return found;
}

/** That version of a mechanism, or null where the city has none such. */
export const findMechanism = async (tx: Tx, city: number, key: string, version: number): Promise<Mechanism | null> =>
  (await findVersion(tx, city, key, version))?.mechanism ?? null;

/** The version under which a matter was opened. Throws where there is none: the matter's foreign key forbids that. */
export async function getMechanism(tx: Tx, city: number, key: string, version: number): Promise<Mechanism> {
  const found = await findMechanism(tx, city, key, version);
  if (!found) throw new Error(`mechanism ${key} has no version ${version}`);
  return found;
}

/** The versions under which these matters were opened, as {@link getMechanism}. */
export async function mechanismsOf(tx: Tx, city: number, matters: readonly Under[]): Promise<(of: Under) => Mechanism> {
  const found = new Map<string, Mechanism>();
  for (const { mechanism, version } of matters) {
    const name = `${mechanism}/${version}`;
    if (!found.has(name)) found.set(name, await getMechanism(tx, city, mechanism, version));
  }
  return ({ mechanism, version }) => found.get(`${mechanism}/${version}`)!;
}
type Under = { readonly mechanism: string; readonly version: number };

/** The version under which new matters are opened; null for a key that the city does not have. */
export async function findNewestMechanism(tx: Tx, city: number, key: string): Promise<MechanismVersion | null> {
  const [row] = await tx.run<{ version: number }>(newest, [city, key]);
  // Its text is the longest thing that anybody would read to register a matter.
  return row ? findVersion(tx, city, key, row.version) : null;
}

/** As {@link findNewestMechanism}; refuses a key that the city does not have. */
export const getNewestMechanism = async (tx: Tx, city: number, key: string): Promise<MechanismVersion> =>
  (await findNewestMechanism(tx, city, key)) ?? refuse('matter.mechanism-unknown', { key }, { status: 404 });

/** Every mechanism of the city in the version under which new matters are opened, by key. */
export async function newestMechanisms(tx: Tx, city: number): Promise<MechanismVersion[]> {
  const rows = await tx.run<{ key: string; version: number }>(all, [city]);
  const found = await Promise.all(rows.map(({ key, version }) => findVersion(tx, city, key, version)));
  return found.filter((one) => one !== null);
}

const insert = {
  name: 'mechanism.publish',
  text: `insert into mechanism (city, key, version, source, published_at, seat) values ($1, $2, $3, $4, $5, $6)`,
};
type NewVersion = { key: string; version: number; source: string; at: string; seat: Uuid | null };

/** Writes a version of a mechanism beside the act that publishes it; throws where that version is there. */
export async function insertMechanism(tx: Tx, city: number, given: NewVersion): Promise<void> {
  await tx.run(insert, [city, given.key, given.version, given.source, given.at, given.seat]);
}

const versions = {
  name: 'mechanism.versions',
  text: `select key, version, published_at as at, seat, encode(sha256(convert_to(source, 'UTF8')), 'hex') as hash
    from mechanism where city = $1 order by key, version`,
};

/** Every version of every mechanism, oldest first, with the SHA-256 of its text in place of that. */
export const listVersions = (
  tx: Tx,
  city: number,
): Promise<{ key: string; version: number; at: Date; seat: Uuid | null; hash: string }[]> => tx.run(versions, [city]);

const source = {
  name: 'mechanism.source',
  text: 'select source, published_at as at from mechanism where city = $1 and key = $2 and version = $3',
};

/** The text of a version as it was published, and when; undefined where there is none. */
export const findSource = async (
  tx: Tx,
  city: number,
  key: string,
  version: number,
): Promise<{ source: string; at: Date } | undefined> =>
  (await tx.run<{ source: string; at: Date }>(source, [city, key, version]))[0];
