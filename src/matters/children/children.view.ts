import type { Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterView } from '../contract.ts';
import type { Child } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { findMatter } from '../matter.store.ts';
import { newestMechanisms, type MechanismVersion } from '../mechanisms/mechanism.store.ts';
import { knownTargets } from '../targets/target.view.ts';
import { summedKinds } from '../trees/summed.rules.ts';
import { pageBelow } from './below.ts';
import { countBelow } from './below.store.ts';
import { findChildren } from './child.store.ts';

type Around = { view: Pick<MatterView, 'parent' | 'below' | 'weighs'>; children: Child[]; above: MatterState | null };

/** What a seat sees of the matter above and of those below, and what of these its acts may have to wait for. */
export async function viewChildren(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  state: MatterState,
  mechanism: Mechanism,
  now: Date,
): Promise<Around> {
  const { parent } = state;
  const above = parent ? ((await findMatter(tx, caller.city, parent.id))?.state ?? null) : null;
  const all = parent || mechanism.children ? await newestMechanisms(tx, caller.city) : [];
  const summed = summedKinds(all);
  const around = {
    parent: parent && { ...parent, readable: above !== null },
    weighs: parent !== null && summed.has(state.mechanism),
  };
  const kinds = kindsOf(mechanism, all, summed);
  if (!state.children.length)
    return {
      view: { ...around, below: { rows: [], next: null, n: 0, done: 0, hidden: 0, kinds } },
      children: [],
      above,
    };
  const [children, count, page] = await Promise.all([
    findChildren(tx, [id]).then((of) => of(id)),
    countBelow(tx, caller.city, id),
    pageBelow(tx, caller, id, null, now),
  ]);
  const below = { ...page, ...count, hidden: children.length - count.n, kinds };
  return { view: { ...around, below }, children, above };
}

/** The kinds that may stand below, as they are called now; one that the city does not have is none. */
const kindsOf = (
  { key, children }: Mechanism,
  all: readonly MechanismVersion[],
  summed: ReadonlySet<string>,
): MatterView['below']['kinds'] =>
  (children?.kinds ?? []).flatMap((kind) => {
    const found = all.find((one) => one.key === (kind === 'self' ? key : kind));
    if (!found) return [];
    const { name, targets } = found.mechanism;
    return [{ key: found.key, name, targets: targets ? knownTargets(targets) : null, weighs: summed.has(found.key) }];
  });
