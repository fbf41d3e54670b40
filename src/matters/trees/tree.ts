import { dayOf, endOfDay, refuse, type Calendar, type Day, type Uuid } from '../../kernel/index.ts';
import { readStreams } from '../../ledger/index.ts';
import { OWN, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { findChildren } from '../children/child.store.ts';
import { fold } from '../life/fold.rules.ts';
import { whyNot } from '../matter.policy.ts';
import { mechanismsOf, newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { matterAct } from '../receipt.ts';
import { sumTree, type Known } from './sum.rules.ts';
import type { TreeList, TreeView } from './tree.contract.ts';
import { countTrees, findTops, findTree, type StoredNode } from './tree.store.ts';
import { viewTree } from './tree.view.ts';

/** A plan of a city has some hundred matters; one that has outgrown this by far is no tree for a page. */
const MOST = 3000;
const MOST_TOPS = 100;

/**
 * A matter and all that stands below it, summed up from below: as it is now, or was at the end of a day, folded from the acts done by then.
 * Refuses one that is not there (404), one that was not yet, with the day from which on it was (`trees.not-yet`, 404), and a tree of more than 3,000 matters.
 */
export async function treeOf(
  tx: Tx,
  caller: Caller,
  top: Uuid,
  { asOf }: { readonly asOf?: Day | undefined },
  now: Date,
): Promise<TreeView> {
  const { city } = caller;
  const past = asOf !== undefined && asOf < dayOf(now);
  const stored = await findTree(tx, city, top, MOST + 1);
  if (stored.length > MOST) return refuse('trees.too-large', { limit: MOST }, { status: 413 });
  const at = past ? new Date(endOfDay(asOf).getTime() - 1) : now;
  const nodes = past ? await nodesAsOf(tx, city, stored, at) : stored;
  const head = nodes.find(({ id }) => id === top);
  const later = head ? undefined : stored.find(({ id }) => id === top);
  if (later)
    return refuse('trees.not-yet', { asOf: asOf!, since: dayOf(new Date(later.state.registeredAt)) }, { status: 404 });
  if (!head) return refuse('matter.not-found', { id: top }, { status: 404 });
  const today = dayOf(at);
  const [under, calendar, below] = await Promise.all([
    mechanismsOf(
      tx,
      city,
      nodes.map(({ state }) => state),
    ),
    calendarOf(tx, city, now),
    findChildren(
      tx,
      nodes.map(({ id }) => id),
    ),
  ]);
  const mechanism = under(head.state);
  const seen = new Set(stored.map(({ id }) => id));
  const hidden = (id: Uuid): Uuid[] =>
    past
      ? []
      : below(id)
          .map((child) => child.id)
          .filter((child) => !seen.has(child));
  const known = knownOf(nodes, under, calendar, today);
  const summed = sumTree(known, hidden);
  return {
    asOf: today,
    name: mechanism.name,
    nodes: viewTree(summed, { top, levels: mechanism.tree?.levels ?? [], now: at, calendar }),
    mayDivide: !past && whyNot(mechanism, head.state, caller, 'divide', now) === null,
  };
}

/** What was joined to another goes on there, and is summed up there. */
const knownOf = (
  nodes: readonly StoredNode[],
  under: (state: StoredNode['state']) => Mechanism,
  calendar: Calendar,
  day: Day,
): Known[] =>
  nodes
    .filter(({ state }) => state.joined === null)
    .map(({ id, state }) => ({ id, state, mechanism: under(state), day, calendar }));

/** Those of the nodes that were there at an instant, as they were then. */
async function nodesAsOf(tx: Tx, city: number, nodes: readonly StoredNode[], at: Date): Promise<StoredNode[]> {
  const states = new Map<Uuid, StoredNode['state']>();
  const ids = nodes.map(({ id }) => id);
  for (const stored of await readStreams(tx, city, ids, at))
    states.set(stored.stream, fold(states.get(stored.stream) ?? null, matterAct(stored)));
  return [...states].map(([id, state]) => ({ id, state }));
}

/** The trees of the city, and under which mechanisms this seat may begin one. */
export async function treesOf(tx: Tx, caller: Caller, now: Date): Promise<TreeList> {
  const everything = await newestMechanisms(tx, caller.city);
  const all = everything.filter(({ mechanism }) => mechanism.tree);
  const tops = await findTops(
    tx,
    caller.city,
    all.map(({ key }) => key),
    MOST_TOPS,
  );
  const sizes = await countTrees(
    tx,
    caller.city,
    tops.map(({ id }) => id),
  );
  return {
    rows: tops.map(({ id, state: { number, text, phase, due, registeredAt } }) => ({
      id,
      number,
      text,
      closed: phase === 'closed',
      due,
      since: dayOf(new Date(registeredAt)),
      matters: sizes.get(id) ?? 1,
    })),
    kinds: all
      .filter(({ mechanism }) => whyNot(mechanism, null, caller, 'register', now) === null)
      .map(({ key, mechanism }) => ({
        key,
        name: mechanism.name,
        guiding: guidingOf(mechanism),
        leaf: leafOf(mechanism, everything),
      })),
  };
}

/** The level right below the top, where a tree may leave it out: what all below it goes by. */
const guidingOf = ({ tree }: Mechanism): number | null => (tree?.levels[1]?.optional ? 1 : null);

/** What promises a quantity below such matters: the first kind that may stand there and has a target in a unit of its own. */
function leafOf(
  { children }: Mechanism,
  all: readonly { readonly key: string; readonly mechanism: Mechanism }[],
): TreeList['kinds'][number]['leaf'] {
  for (const kind of children?.kinds ?? []) {
    const targets = all.find(({ key }) => key === kind)?.mechanism.targets ?? {};
    const target = Object.entries(targets).find(([, rule]) => rule.in === OWN)?.[0];
    if (target) return { key: kind, target };
  }
  return null;
}
