import { refuse, type Uuid } from '../../kernel/index.ts';
import { beginChange, findAct, record, streamOf, type Noun } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import { schemeChanges } from './changes.rules.ts';
import type { PublishScheme } from './scheme.contract.ts';
import { foldScheme, hashOfScheme, PUBLISH_SCHEME, type SchemeState } from './scheme-entry.rules.ts';
import { isSchemeKey, schemeFaults } from './scheme.rules.ts';
import { findScheme, insertScheme, readSchemes } from './scheme.store.ts';

/** The entry of a scheme in the register. */
export const schemeEntry = (key: string): Uuid => streamOf(`scheme/${key}`);

/** Schemes, as the register keeps them. A version is written once, with its categories, and never again. */
export const schemeNoun: Noun<SchemeState> = {
  name: 'scheme',
  opens: PUBLISH_SCHEME,
  fold: foldScheme,
  write: async () => undefined,
  async read(tx, city, { from, upTo }) {
    const found = new Map<Uuid, SchemeState>();
    const within = (key: string) => schemeEntry(key) >= from && schemeEntry(key) <= upTo;
    for (const { key, version, name, categories, at, seat } of await readSchemes(tx, city, within)) {
      const id = schemeEntry(key);
      const versions = [...(found.get(id)?.versions ?? [])];
      // A version that is gone leaves its place empty, and is found by that.
      versions[version - 1] = { hash: hashOfScheme(name, categories), at: at.toISOString(), seat };
      found.set(id, { key, versions });
    }
    return [...found].map(([id, state]) => ({ id, state }));
  },
};

/** How many faults of a tree are told at once. */
const MOST_TOLD = 50;

/**
 * Publishes a tree of categories as the newest version of its scheme and returns the version; refuses one with any fault. Done
 * again under the same id it answers as then. What was filed under an earlier version stays there. Throws `scheme.moved-on`
 * (409) when another version than `seen` is the newest, `scheme.same` when nothing differs from it, `scheme.has-faults` (422)
 * with each fault at its place.
 */
export async function publishScheme(
  tx: Tx,
  by: Caller | SystemCaller,
  { id, key, name, categories, seen }: PublishScheme,
  now: Date,
): Promise<{ key: string; version: number }> {
  allow(by, 'scheme.publish');
  if (!isSchemeKey(key)) refuse('scheme.key-malformed', { key }, { pointer: '/key' });
  const change = { entry: schemeEntry(key), id, kind: PUBLISH_SCHEME, given: { key, name, categories } };
  if ((await beginChange(tx, by, change)) === 'done') return { key, version: (await findAct(tx, by.city, id))!.seq };
  const before = await findScheme(tx, by.city, key);
  const newest = before?.version ?? 0;
  if (seen !== newest) refuse('scheme.moved-on', { key, seen, newest }, { status: 409 });
  const faults = schemeFaults(categories, before?.categories ?? []);
  if (faults.length > 0) {
    const errors = faults.slice(0, MOST_TOLD).map(({ at, code, params }) => ({
      code,
      status: 422,
      params,
      pointer: at === null ? '/categories' : `/categories/${at}`,
    }));
    refuse('scheme.has-faults', { count: faults.length }, { errors });
  }
  const renamed = before?.name.zh !== name.zh || before.name.en !== name.en;
  if (before && !renamed && schemeChanges(before.categories, categories).length === 0)
    refuse('scheme.same', { version: newest });
  const [entry] = await record(tx, by, schemeNoun, [change], now);
  const { at, seat } = entry!.state.versions.at(-1)!;
  await insertScheme(tx, by.city, change.given, { version: newest + 1, at, seat });
  return { key, version: newest + 1 };
}
