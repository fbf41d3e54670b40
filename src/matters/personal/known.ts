import { findEnterprise, findEnterpriseByCode, findOriginator, findReaches, unsealer } from '../../directory/index.ts';
import { findPersonal, withoutAreaCode, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { payloadOf, veilsIn, type StoredAct } from '../../ledger/index.ts';
import { findMatters } from '../lookup.store.ts';
import type { Nobody } from '../life/nobody.rules.ts';
import type { Concerned, Originator } from '../life/state-parts.rules.ts';
import { mayKnow } from '../matter.policy.ts';
import { matterAct } from '../receipt.ts';
import { readConcealing } from './concealed.store.ts';
import { firmNamed, knownOf, phoneKnown, restored, type Hidden, type Known } from './hide.rules.ts';

type Whose = {
  readonly caller: Caller | Nobody;
  readonly matter: Uuid;
  /** Just beginning: nothing was said in it yet. */
  readonly fresh: boolean;
  /** Below which it stands. */
  readonly parent: Uuid | null;
  readonly originators: readonly Pick<Originator, 'id' | 'unnamed'>[];
  readonly concerns: Concerned | null;
};

/** Figures that may be a telephone, in what is left of a text once what tells by itself is taken out. */
const FIGURES = /\d[\d\s().-]{4,}\d/u;
const hasFigures = (text: string): boolean => {
  const found = findPersonal(text);
  return FIGURES.test(found.reduceRight((left, { start, end }) => `${left.slice(0, start)}，${left.slice(end)}`, text));
};

/**
 * What is known to be personal in a matter, for words that are just written there: what was hidden in its words and, of a part, in those of
 * the matters above; how whoever raised it is reached, where the words have figures; what the enterprise is called that is not to be known.
 * Of whoever is not to be known to the caller nothing: a mark in a unit's own words would tell it that it has guessed right.
 */
export async function knownFor(tx: Tx, whose: Whose, words: readonly string[]): Promise<Known[]> {
  const { caller, matter, concerns } = whose;
  if (words.length === 0) return [];
  const may = (one: Concerned): boolean => caller.role === 'source' || mayKnow(caller as Caller, one);
  const raisers = whose.originators.filter(may);
  const unknown = new Set(
    [...whose.originators, ...(concerns ? [concerns] : [])].filter((one) => !may(one)).map(({ id }) => id),
  );
  const reached = words.some(hasFigures) ? raisers : [];
  const firms = raisers.filter(({ unnamed }) => unnamed);
  const above = concerns ? whose.parent : null;
  const acts = whose.fresh ? [] : await readConcealing(tx, caller.city, [matter]);
  if (acts.length === 0 && above === null && reached.length === 0 && firms.length === 0) return [];
  return asSystem(tx, async () => {
    const all = above === null ? acts : [...acts, ...(await concealingAbove(tx, caller.city, above))];
    const hidden = await piecesOf(tx, caller.city, all, (subject) => !unknown.has(subject));
    return [
      ...knownOf(hidden),
      ...(await phonesOf(tx, caller.city, reached)),
      ...(await firmsOf(tx, caller.city, firms)),
    ];
  });
}

/** What enterprises are called that raised a matter: not to be published by oversight, whether or not the units know it. */
export const firmsBehind = (tx: Tx, city: number, originators: Whose['originators']): Promise<string[]> =>
  asSystem(tx, async () => (await firmsOf(tx, city, originators)).map(({ text }) => text));

/** All that is known to be personal in a matter, whosever it is, so that it is published nowhere; nothing of those who were erased. */
export const hiddenTexts = (tx: Tx, city: number, matter: Uuid, originators: Whose['originators']): Promise<string[]> =>
  asSystem(tx, async () => {
    const hidden = await piecesOf(tx, city, await readConcealing(tx, city, [matter]), () => true);
    const reached = await findReaches(
      tx,
      city,
      originators.map((one) => one.id),
    );
    return [...new Set([...hidden.map(({ text }) => text), ...reached.map(({ plain }) => plain.text)])];
  });

/**
 * What was given with an act as it was written, its marks opened again, by which the same act sent again is known whatever was known when
 * it was done; null where nothing in it is hidden, or nobody may open it any more.
 */
export async function givenWhole(tx: Tx, city: number, stored: StoredAct): Promise<Record<string, unknown> | null> {
  const later = (await readConcealing(tx, city, [stored.stream])).filter((act) =>
    veilsIn(payloadOf(act)).some((veil) => veil.act === stored.id),
  );
  if (later.length === 0 && !matterAct(stored).effects.some((effect) => effect.do === 'conceal')) return null;
  const hidden = await asSystem(tx, () => piecesOf(tx, city, [stored, ...later], () => true));
  return hidden.length ? restored(matterAct(stored).given, hidden) : null;
}

async function piecesOf(
  tx: Tx,
  city: number,
  acts: readonly StoredAct[],
  of: (subject: Uuid) => boolean,
): Promise<Hidden[]> {
  const open = unsealer(tx, city);
  const pieces: Hidden[] = [];
  for (const act of acts.map(matterAct))
    for (const effect of act.effects) {
      if (effect.do !== 'conceal' || effect.sealed === null || !of(effect.subject)) continue;
      const opened = await open({ subject: effect.subject, place: act.id, sealed: effect.sealed });
      if (opened !== null) pieces.push(...(JSON.parse(opened) as Hidden[]));
    }
  return pieces;
}

/** The acts in which something is hidden of the matters above, as far up as they concern whoever raised the topmost. */
async function concealingAbove(tx: Tx, city: number, from: Uuid): Promise<StoredAct[]> {
  const acts: StoredAct[] = [];
  for (let up: Uuid | null = from; up;) {
    acts.push(...(await readConcealing(tx, city, [up])));
    const state = (await findMatters(tx, city, [up])).get(up);
    up = state?.concerns ? (state.parent?.id ?? null) : null;
  }
  return acts;
}

async function phonesOf(tx: Tx, city: number, of: readonly Pick<Originator, 'id'>[]): Promise<Known[]> {
  const reaches = await findReaches(
    tx,
    city,
    of.map(({ id }) => id),
  );
  return reaches.flatMap(({ plain: { kind, text } }) => {
    if (kind !== 'phone') return [];
    return [text, ...withoutAreaCode(text)].map(phoneKnown);
  });
}

async function firmsOf(tx: Tx, city: number, of: readonly Pick<Originator, 'id'>[]): Promise<Known[]> {
  const known: Known[] = [];
  for (const { id } of of) {
    const { enterprise = null, claims = null } = (await findOriginator(tx, city, id)) ?? {};
    const firm = enterprise
      ? await findEnterprise(tx, city, enterprise)
      : claims && (await findEnterpriseByCode(tx, city, claims));
    if (firm) known.push(...firmNamed(firm.name));
  }
  return known;
}
