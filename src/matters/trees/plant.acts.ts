import { dayOf, refuse, type Uuid } from '../../kernel/index.ts';
import { announce, appendActs, findAct, type SealedAct } from '../../ledger/index.ts';
import { numberFor } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { inOrder, type Tx } from '../../platform/postgres/index.ts';
import type { Host } from '../life/ask.rules.ts';
import { stateOf } from '../life/state.rules.ts';
import { insertMatters, takeNumbers, type NewMatter } from '../new-matter.store.ts';
import { getNewestMechanism, type MechanismVersion } from '../mechanisms/mechanism.store.ts';
import { beganSo } from '../rounds/beginning.ts';
import { begin, type Divided } from '../rounds/round.acts.ts';
import { checkMayRegister } from '../register.acts.ts';
import { lockTree } from './tree.store.ts';
import type { PlantTree, TreeItem } from './plant.contract.ts';

/**
 * Registers a whole tree: its top, and each matter below the one that it names, assigned where units are named. All of it or nothing. The
 * same tree sent again by the same seat is the same tree. Refuses whoever may not register its top, a kind that may not stand where it
 * is put, and whatever a single matter is refused for, naming which.
 */
export async function plantTree(tx: Tx, caller: Caller, { items }: PlantTree, now: Date): Promise<Uuid> {
  const { city } = caller;
  const top = items[0]!;
  await checkMayRegister(tx, caller, top.mechanism, now);
  await lockTree(tx, city, top.id);
  const earlier = await findAct(tx, city, top.id);
  if (earlier)
    return (await beganSo(tx, city, { seat: caller.seat, at: earlier.at }, items.map(beginning)))
      ? top.id
      : refuse('matter.act-id-reused', { id: top.id }, { status: 409 });
  const year = Number(dayOf(now).slice(0, 4));
  const { kinds, numbers } = await numberAll(tx, city, items, year);
  const hosts = new Map<Uuid, Host & { under: MechanismVersion }>();
  const acts: SealedAct[] = [];
  const telling: SealedAct[] = [];
  const matters: NewMatter[] = [];
  for (const [i, item] of items.entries()) {
    const kind = kinds.get(item.mechanism)!;
    const parent = parentOf(items, i, hosts, kind.key);
    const at = (): string => `/items/${i}`;
    const opening = { year, round: null };
    const divided = items
      .filter((one) => one.parent === item.id)
      .map((one): Divided => ({ do: 'divide', child: one.id, number: numbers.get(one.id)!.number }));
    const around = { named: i + 1, parent, divided };
    const begun = await begin(tx, caller, beginning(item), opening, kind, now, at, around);
    const made = begun(numbers.get(item.id)!.n);
    hosts.set(item.id, { id: item.id, state: stateOf(made.matter.state), under: kind });
    acts.push(...made.acts);
    telling.push(...made.telling);
    matters.push(made.matter);
  }
  await inOrder([appendActs(tx, acts), insertMatters(tx, city, matters), announce(tx, city, telling)]);
  return top.id;
}

const beginning = ({ id, register, assign }: TreeItem) => ({ id, register, attach: null, assign: assign ?? null });

type Numbered = { readonly n: number; readonly number: string };

/** The mechanisms of all items and the numbers that these take: all before anything is decided, as each names those below it. */
async function numberAll(tx: Tx, city: number, items: readonly TreeItem[], year: number) {
  const kinds = new Map<string, MechanismVersion>();
  const numbers = new Map<Uuid, Numbered>();
  // In one order, so that two transactions never wait for each other.
  for (const key of [...new Set(items.map(({ mechanism }) => mechanism))].toSorted()) {
    const under = await getNewestMechanism(tx, city, key);
    kinds.set(key, under);
    const own = items.filter(({ mechanism }) => mechanism === key);
    const first = await takeNumbers(tx, city, `${key}/${year}/0`, own.length);
    own.forEach(({ id }, i) => {
      const n = first + i;
      numbers.set(id, { n, number: numberFor(under.mechanism, { year, round: null, n }) });
    });
  }
  return { kinds, numbers };
}

/** The matter below which an item stands: one that came before it, under which its kind may stand. None for the first alone. */
function parentOf(
  items: readonly TreeItem[],
  i: number,
  hosts: ReadonlyMap<Uuid, Host & { under: MechanismVersion }>,
  key: string,
): Host | null {
  const { parent = null } = items[i]!;
  const pointer = `/items/${i}/parent`;
  if (i === 0) return parent === null ? null : refuse('trees.top-below-another', {}, { pointer });
  const host = parent === null ? undefined : hosts.get(parent);
  if (!host) return refuse('trees.below-nothing', { item: i + 1 }, { pointer });
  const { mechanism } = host.under;
  const allowed = (mechanism.children?.kinds ?? []).map((kind) => (kind === 'self' ? mechanism.key : kind));
  return allowed.includes(key)
    ? host
    : refuse('matter.child-of-no-such-kind', { kind: key, known: allowed }, { pointer: `/items/${i}/mechanism` });
}
