import { dayOf, refuse, uuidv7 } from '../../kernel/index.ts';
import { announce, type SealedAct } from '../../ledger/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Host } from '../life/ask.rules.ts';
import type { Nobody } from '../life/nobody.rules.ts';
import type { Child } from '../life/state-parts.rules.ts';
import { Given } from '../life/given.contract.ts';
import type { Under } from '../asking.ts';
import type { ActRequest } from '../contract.ts';
import { whyNot } from '../matter.policy.ts';
import { insertMatters, takeNumbers } from '../new-matter.store.ts';
import { getNewestMechanism } from '../mechanisms/mechanism.store.ts';
import { concernsBelow } from '../personal/conceal.acts.ts';
import { begin } from '../rounds/round.acts.ts';

/** What was begun below a matter: the acts to be appended with the one that divides it, and what writes the rest. */
type Born = { child: Child; acts: SealedAct[]; write: () => Promise<unknown> };

/**
 * Begins what an act puts below a matter, where it does: registers it and assigns it, in the name of whoever acts. Null for every other
 * act, and where the decision will refuse this one. What is confidential above is so below, and what is personal in the words of both is
 * whoever's raised the matter above. Refuses a kind that may not stand there, and
 * whatever the beginning itself is refused for, at its place in what was given.
 */
export async function bear(tx: Tx, under: Under, parent: Host, { kind, given }: ActRequest): Promise<Born | null> {
  if (kind !== 'divide') return null;
  const { mechanism, caller, now } = under;
  const read = Given.divide.safeParse(given);
  return read.success && whyNot(mechanism, parent.state, caller, kind, now) === null
    ? beginBelow(tx, caller, parent, mechanism, read.data, now)
    : null;
}

async function beginBelow(
  tx: Tx,
  caller: Caller | Nobody,
  parent: Host,
  mechanism: Mechanism,
  { text, lead, co = [], due = null, category, ...given }: Given<'divide'>,
  now: Date,
): Promise<Born> {
  const { city } = caller;
  const under = await getNewestMechanism(tx, city, kindOf(given.mechanism, mechanism));
  const year = Number(dayOf(now).slice(0, 4));
  const id = uuidv7(now);
  const confidential = given.confidential || parent.state.confidential;
  const { wanted } = parent.state;
  const register_ = {
    text,
    due,
    ...(wanted ? { wanted } : {}),
    ...(given.targets?.length ? { targets: given.targets } : {}),
    ...(given.weight ? { weight: given.weight } : {}),
    ...(category ? { category } : {}),
    ...(confidential ? { confidential: true } : {}),
  };
  const item = { id, register: register_, attach: null, assign: { lead, co, due } };
  const concerns = concernsBelow(mechanism, parent);
  const begun = await begin(tx, caller, item, { year, round: null }, under, now, () => '/given', { parent, concerns });
  const made = begun(await takeNumbers(tx, city, `${under.key}/${year}/0`, 1));
  const { number, rows } = made.matter;
  return {
    child: { id, number, phase: rows.matter.phase as Child['phase'] },
    acts: made.acts,
    write: () => Promise.all([insertMatters(tx, city, [made.matter]), announce(tx, city, made.telling)]),
  };
}

/** The mechanism of what is to stand below: the one that is named, else the first that may. */
function kindOf(named: string | null | undefined, { key, children }: Mechanism): string {
  const kinds = (children?.kinds ?? []).map((kind) => (kind === 'self' ? key : kind));
  const kind = named ?? kinds[0];
  if (kind !== undefined && kinds.includes(kind)) return kind;
  return refuse('matter.child-of-no-such-kind', { kind: named ?? '', known: kinds }, { pointer: '/given/mechanism' });
}
