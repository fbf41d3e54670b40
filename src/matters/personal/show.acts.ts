import { findOriginator, findReaches, findSealing, noteShown, unsealOf } from '../../directory/index.ts';
import { Refusal, refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { findMatters } from '../lookup.store.ts';
import { matterAct } from '../receipt.ts';
import { mayHear, mayKnow, whoseWords, whyMasked } from '../matter.policy.ts';
import { readConcealing } from './concealed.store.ts';
import type { Hidden } from './hide.rules.ts';
import type { ShownPersonal } from './personal.contract.ts';
import { sealedFiles } from './sealed-files.ts';

type Asked = { readonly id: Uuid; readonly matter: Uuid; readonly purpose: string };

/**
 * Shows what is personal of a matter to a seat that needs it, of those who raised it whom the seat may know; who asked and what for
 * is noted before anything is opened. Refuses `matter.not-found` (404) and what the policy says against it (403).
 */
export async function showPersonal(pool: Pool, caller: Caller, asked: Asked, now: Date): Promise<ShownPersonal> {
  const { city } = caller;
  const { id, matter, purpose } = asked;
  const { state, above } = await transact(pool, caller, async (tx) => {
    const own = (await findMatters(tx, city, [matter])).get(matter);
    const up = own?.parent?.id;
    return { state: own, above: up ? ((await findMatters(tx, city, [up])).get(up) ?? null) : null };
  });
  if (!state) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const why = whyMasked(state, caller, above);
  if (why) throw new Refusal(why);
  if (state.sealed) return showSealed(pool, caller, asked, state, now);
  const known = whoseWords(state)
    .filter((one) => mayKnow(caller, one))
    .map((one) => one.id);
  // Keys and contacts are kept from every seat of the city; the policy above was asked for this one.
  return transact(pool, { city, system: true }, async (tx) => {
    const { seat, unit } = caller;
    const whose = whoseWords(state).length ? known : [matter];
    for (const originator of whose) await noteShown(tx, { city, id, originator, seat, unit, matter, purpose, at: now });
    // How they are reached is for whoever works on the whole: of a part, what stands in its words.
    const raisers = new Set(state.originators.map((one) => one.id));
    const reaches = await findReaches(
      tx,
      city,
      known.filter((one) => raisers.has(one)),
    );
    const hears = (act: MatterAct): boolean =>
      act.kind !== 'evaluate' ||
      mayHear(caller, { by: act.seat, unnamed: act.given['unnamed'] === true }, state.originators);
    const pieces = await piecesOf(tx, city, [matter], new Set([...known, matter]), hears);
    return {
      contacts: reaches.map(({ plain }) => plain.text),
      pieces,
      files: [],
      erased: await countErased(tx, city, state),
    };
  });
}

/** What stands behind the marks in the words of these subjects, in acts that may be heard; nothing of those who were erased. For the system. */
export async function piecesOf(
  tx: Tx,
  city: number,
  matters: readonly Uuid[],
  subjects: ReadonlySet<Uuid>,
  hears: (act: MatterAct) => boolean = () => true,
): Promise<ShownPersonal['pieces']> {
  const pieces: ShownPersonal['pieces'] = [];
  for (const act of (await readConcealing(tx, city, matters)).map(matterAct).filter(hears))
    for (const effect of act.effects) {
      if (effect.do !== 'conceal' || !subjects.has(effect.subject)) continue;
      const { subject, sealed } = effect;
      const opened = await unsealOf(tx, city, { subject, place: act.id, sealed });
      if (opened !== null) for (const one of JSON.parse(opened) as Hidden[]) pieces.push({ act: act.id, ...one });
    }
  return pieces;
}

/** The same of a sealed matter, to a seat that is named for it: every word; of whoever raised it nothing but that. */
async function showSealed(
  pool: Pool,
  caller: Caller,
  asked: Asked,
  state: MatterState,
  now: Date,
): Promise<ShownPersonal> {
  const { city, seat, unit } = caller;
  const { id, matter, purpose } = asked;
  return transact(pool, caller, async (tx) => {
    await asSystem(tx, async () => {
      const whose = state.originators.length ? state.originators.map((one) => one.id) : [matter];
      for (const originator of whose)
        await noteShown(tx, { city, id, originator, seat, unit, matter, purpose, at: now });
    });
    const pieces = await sealedPieces(tx, caller, matter);
    if (!pieces) return refuse('matter.not-unsealed', {}, { status: 403 });
    return { contacts: [], pieces, files: await sealedFiles(tx, caller, matter), erased: 0 };
  });
}

/** Every word of a sealed matter, as the seat or the originator who asks; null where the key was not wrapped for them. */
export async function sealedPieces(
  tx: Tx,
  { city, seat }: Pick<Caller, 'city' | 'seat'>,
  matter: Uuid,
): Promise<ShownPersonal['pieces'] | null> {
  const sealing = await findSealing(tx, city, matter, seat);
  if (!sealing) return null;
  return (await readConcealing(tx, city, [matter])).map(matterAct).flatMap((act) =>
    act.effects.flatMap((effect) => {
      if (effect.do !== 'conceal' || effect.sealed === null) return [];
      const hidden = JSON.parse(sealing.unseal(act.id, effect.sealed)) as Hidden[];
      return hidden.map((one) => ({ act: act.id, ...one }));
    }),
  );
}

async function countErased(tx: Tx, city: number, state: MatterState): Promise<number> {
  let erased = 0;
  for (const { id } of whoseWords(state)) if ((await findOriginator(tx, city, id))?.erasedAt) erased++;
  return erased;
}
