import type { Uuid } from '../../kernel/index.ts';
import { holdRegister } from '../../ledger/index.ts';
import { apartBy, findTold, MOST_COMPARED, newestMechanisms } from '../../matters/index.ts';
import { ruleFor, type Mechanism } from '../../mechanism/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { readApart } from '../reading/apart.ts';
import type { Group } from '../topics/groups.rules.ts';
import {
  addGroups,
  findMembers,
  findOpen,
  findSearch,
  keepSearch,
  takeGroups,
  type KeptGroup,
} from './duplicates.store.ts';
import { MOST_OF_GROUP, MOST_READ } from './limits.rules.ts';
import { anyApart, splitApart, type Member } from './split.rules.ts';

/** So many texts are read at once. */
const AT_ONCE = 500;
/** A busy machine takes longer than a file that is read may. */
const PATIENCE_MS = 180_000;

/** The mechanisms under which a matter can be joined to another now. */
export async function joining(tx: Tx, city: number): Promise<{ key: string; mechanism: Mechanism }[]> {
  return (await newestMechanisms(tx, city)).filter(({ mechanism }) => ruleFor(mechanism, 'join') !== null);
}

/**
 * Looks through the newest open matters of a mechanism for those that say nearly the same, and keeps the groups in place of those of before;
 * twice is once. What was told apart, and what stands below one another, is in no group together.
 */
export async function searchDuplicates(pool: Pool, city: number, mechanism: string, now: Date): Promise<void> {
  const system = { city, system: true } as const;
  const found = await transact(pool, system, (tx) => findOpen(tx, city, mechanism, MOST_READ + 1));
  const read: Member[] = [];
  for (let at = 0; at < Math.min(found.length, MOST_READ); at += AT_ONCE) {
    const ids = found.slice(at, Math.min(at + AT_ONCE, MOST_READ));
    read.push(...(await transact(pool, system, (tx) => findMembers(tx, city, ids, MOST_COMPARED))));
  }
  const { answer, fault } = await readApart<Group[]>(
    new URL('./groups.worker.ts', import.meta.url),
    { bytes: new TextEncoder().encode(JSON.stringify(read.map(({ text }) => text))) },
    PATIENCE_MS,
  );
  if (!answer) throw new Error(`the duplicates of ${mechanism} could not be found: ${fault}`);
  const groups = answer.map((group) => group.toSorted((a, b) => a - b).map((n) => read[n]!));
  const searched = { at: now, read: read.length, whole: found.length <= MOST_READ };
  await transact(pool, system, async (tx) => {
    // What is told apart while this is written waits, and then splits what is written here.
    await holdRegister(tx, city);
    // Of two that search at once, what began later has seen more.
    const kept = await findSearch(tx, city, mechanism);
    if (kept && kept.at > now) return;
    await keepSearch(tx, city, mechanism, searched, await withoutApart(tx, city, groups));
  });
}

/** The groups as they are kept, split where something of them was told apart. Each the newest first. */
async function withoutApart(tx: Tx, city: number, groups: readonly (readonly Member[])[]): Promise<KeptGroup[]> {
  const ids = groups.flatMap((group) => group.slice(0, MOST_OF_GROUP).map(({ id }) => id));
  const apart = apartBy(await findTold(tx, city, ids));
  return groups.flatMap((group): KeptGroup[] => {
    const newest = group.slice(0, MOST_OF_GROUP);
    if (!anyApart(newest, apart)) return [keptOf(newest, group.length - newest.length)];
    return keptEach(splitApart(newest, apart), group.length - newest.length);
  });
}

const keptOf = (members: readonly Member[], more: number): KeptGroup => ({
  matters: members.map(({ id }) => id),
  size: members.length + more,
});

/** What nobody has looked at yet is counted to the first. */
const keptEach = (groups: readonly (readonly Member[])[], more: number): KeptGroup[] =>
  groups.map((members, n) => keptOf(members, n === 0 ? more : 0));

/** Makes anew the groups that these matters are in, after something was told of them. For the program, in the transaction of the act. */
export async function regroup(tx: Tx, city: number, mechanism: string, of: readonly Uuid[]): Promise<void> {
  const taken = await takeGroups(tx, city, mechanism, of);
  const ids = [...new Set([...taken.flatMap(({ matters }) => matters), ...of])];
  const members = await findMembers(tx, city, ids, MOST_COMPARED);
  const apart = apartBy(await findTold(tx, city, ids));
  const more = taken.reduce((sum, { matters, size }) => sum + size - matters.length, 0);
  const groups = splitApart(members, apart).map((group) => group.slice(0, MOST_OF_GROUP));
  await addGroups(tx, city, mechanism, keptEach(groups, more));
}
