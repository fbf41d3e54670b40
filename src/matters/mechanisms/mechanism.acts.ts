import { problem, refuse, Refusal, uuidv7, type Problem, type Uuid } from '../../kernel/index.ts';
import { adopt, beginChange, entrySubject, record, streamOf, type Noun } from '../../ledger/index.ts';
import { numberShapes, parseMechanism, type InForce, type Mechanism } from '../../mechanism/index.ts';
import type { Fault } from '../../mechanism/contract.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import { foldMechanism, hashOf, PUBLISH, type MechanismState } from './mechanism.rules.ts';
import { builtInNames } from './built-in.ts';
import { insertMechanism, listVersions, newestMechanisms, type MechanismVersion } from './mechanism.store.ts';

/** The entry of a mechanism in the register. */
export const mechanismEntry = (key: string): Uuid => streamOf(`mechanism/${key}`);

/** Mechanisms, as the register keeps them. A version is written once, with its text, and never again. */
const mechanismNoun: Noun<MechanismState> = {
  name: 'mechanism',
  opens: PUBLISH,
  fold: foldMechanism,
  write: async () => undefined,
  async read(tx, city, { from, upTo }) {
    const found = new Map<Uuid, MechanismState>();
    for (const { key, version, at, seat, hash } of await listVersions(tx, city)) {
      const id = mechanismEntry(key);
      const versions = [...(found.get(id)?.versions ?? [])];
      // A version that is gone leaves its place empty, and is found by that.
      versions[version - 1] = { hash, at: at.toISOString(), seat };
      if (id >= from && id <= upTo) found.set(id, { key, versions });
    }
    return [...found].map(([id, state]) => ({ id, state }));
  },
};

export const mechanismSubject = entrySubject(mechanismNoun);
/** Takes the mechanisms that were published before their acts were kept into the ledger; answers with how many. */
export const adoptMechanisms = (tx: Tx, by: SystemCaller, now: Date): Promise<number> =>
  adopt(tx, by, mechanismNoun, now);

/** Why this caller may not publish mechanisms; null when they may. Reading them is open to everybody. */
const whyNot = (caller: Caller | SystemCaller): Problem | null =>
  'system' in caller || caller.role === 'administrator'
    ? null
    : problem('mechanism.administrators-only', {}, { status: 403 });

const namedOf = ({ key, mechanism: { name } }: MechanismVersion): InForce => ({ key, name });

/** Every fault of a file with its line, beside the mechanisms that the city has, and what one without faults may have forgotten. */
export async function checkFile(tx: Tx, city: number, source: string): Promise<{ faults: Fault[]; warnings: Fault[] }> {
  const { faults, warnings } = parseMechanism(source, builtInNames, (await newestMechanisms(tx, city)).map(namedOf));
  return { faults, warnings };
}

/**
 * Publishes a file as the newest version of its mechanism and returns the version; refuses one with any fault. Done again under
 * the same id it answers as then. Matters that are open stay on the version that they were opened under. Throws
 * `mechanism.moved-on` (409) when another version than `seen` is the newest, `mechanism.same` when the text is that of the newest.
 */
export async function publishMechanism(
  tx: Tx,
  by: Caller | SystemCaller,
  asked: { id?: Uuid; source: string; seen?: number },
  now: Date,
): Promise<{ key: string; version: number }> {
  const why = whyNot(by);
  if (why) throw new Refusal(why);
  const { source } = asked;
  const inForce = await newestMechanisms(tx, by.city);
  const { mechanism, faults } = parseMechanism(source, builtInNames, inForce.map(namedOf));
  if (!mechanism) {
    const errors = faults.map((f) => ({ code: f.code, status: 422, params: f.params, pointer: `line ${f.line}` }));
    return refuse('mechanism.has-faults', { count: faults.length }, { errors });
  }
  const { key } = mechanism;
  refuseNumberTaken(mechanism, inForce);
  const change = {
    entry: mechanismEntry(key),
    id: asked.id ?? uuidv7(now),
    kind: PUBLISH,
    given: { key, source },
  };
  const begun = await beginChange(tx, by, change);
  const versions = (await listVersions(tx, by.city)).filter((one) => one.key === key);
  if (begun === 'done') return { key, version: versions.findLast(({ hash }) => hash === hashOf(source))!.version };
  const newest = versions.length;
  if (asked.seen !== undefined && asked.seen !== newest)
    refuse('mechanism.moved-on', { key, seen: asked.seen, newest }, { status: 409 });
  if (asked.seen !== undefined && versions.at(-1)?.hash === hashOf(source))
    refuse('mechanism.same', { version: newest });
  const [entry] = await record(tx, by, mechanismNoun, [change], now);
  const { at, seat } = entry!.state.versions.at(-1)!;
  await insertMechanism(tx, by.city, { key, version: newest + 1, source, at, seat });
  return { key, version: newest + 1 };
}

/** Two mechanisms that number alike would give one number twice: neither could be registered any more once it came to that. */
function refuseNumberTaken(mechanism: Mechanism, inForce: readonly MechanismVersion[]): void {
  const own = numberShapes(mechanism);
  for (const { key, mechanism: other } of inForce)
    if (key !== mechanism.key && numberShapes(other).some((shape) => own.includes(shape)))
      refuse('mechanism.number-taken', { key, name: other.name.zh });
}
