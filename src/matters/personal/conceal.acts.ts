import {
  findSealing,
  keptFileKey,
  nameFor,
  newSealing,
  sealFor,
  unnameFor,
  type Sealing,
} from '../../directory/index.ts';
import { refuse } from '../../kernel/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { findSealedFiles, forgetKept } from '../../platform/files/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import type { Host } from '../life/ask.rules.ts';
import type { Nobody } from '../life/nobody.rules.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { Concerned, Originator } from '../life/state-parts.rules.ts';
import { fileIn, hideAll, hidePersonal, isTheirs, knownOf, officeLinesIn, textsIn, type Known } from './hide.rules.ts';
import { knownFor } from './known.ts';

type Where = {
  readonly caller: Caller | Nobody;
  readonly mechanism: Mechanism;
  readonly matter: Uuid;
  readonly originators: readonly Originator[];
  /** Of whose matter it is a part. */
  readonly concerns: Concerned | null;
  /** Below which it stands. */
  readonly parent: Uuid | null;
  /** In place of the key that the database keeps of them. */
  readonly sealer?: Sealer | undefined;
  /**
   * Of a matter that is just beginning: what it is sealed with, as whoever raises it has no seat yet by which it would be found; and what is
   * known to be personal in it, before it can be read.
   */
  readonly beginning?: { sealing?: Sealing; known?: readonly Known[] };
};

/** Seals what is personal of somebody for one place, an act; null where they were erased. */
export type Sealer = (subject: Uuid, place: Uuid, text: string) => Promise<string | null>;

/**
 * A decided act as the ledger may keep it: what is personal in the words of whoever raised the matter is replaced by marks, and
 * kept beside them sealed with that person's key. When the key is destroyed the marks remain, and the chain with them. Where nobody is
 * known who raised it the key is the matter's own; of a part of what they raised it is theirs too. Of somebody who was erased nothing is kept.
 */
export async function conceal(
  tx: Tx,
  { caller, mechanism, matter, originators, concerns, parent, sealer: ownSealer, beginning }: Where,
  act: MatterAct,
): Promise<MatterAct> {
  if (mechanism.sealed) return concealAll(tx, caller, matter, act, beginning);
  if (!isTheirs(mechanism, act.kind, concerns !== null)) return act;
  const raisers = [...originators, ...originatedIn(act)];
  const whose = { caller, matter, fresh: beginning !== undefined, parent, originators: raisers, concerns };
  // Nothing of a newcomer, whose key is not kept yet (`sealer`), is there to be read.
  const found = ownSealer ? [] : await knownFor(tx, whose, textsIn(act.given));
  const theirs = caller.role === 'originator' || caller.role === 'source';
  const offices = officeLinesIn(mechanism, act.kind, theirs, concerns !== null);
  const { given, hidden } = hidePersonal(act.given, [...(beginning?.known ?? []), ...found], offices);
  if (hidden.length === 0) return act;
  if (beginning) beginning.known = [...(beginning.known ?? []), ...knownOf(hidden)];
  // A desk reads nothing of whose words it takes down: while the matter begins they are sealed for it.
  const seals: Sealer = (...given) => sealFor(tx, ...given, matter);
  const behind = beginning !== undefined && (caller.role === 'handler' || caller.role === 'head');
  const sealer = ownSealer ?? (behind ? (...given) => asSystem(tx, () => seals(...given)) : seals);
  const other = originatedIn(act)[0]?.id ?? originators[0]?.id ?? concerns?.id ?? matter;
  const subject = caller.role === 'originator' ? caller.seat : other;
  const sealed = await sealer(subject, act.id, JSON.stringify(hidden));
  return { ...act, given, effects: [...act.effects.map(saidIn(given)), { do: 'conceal', subject, sealed }] };
}

/** An effect that repeats a reason, with the marks that now stand in it. */
const saidIn =
  ({ reason }: MatterAct['given']) =>
  (effect: Effect): Effect =>
    effect.do === 'ask' && typeof reason === 'string' ? { ...effect, reason } : effect;

/** Whose is what is personal in the words of a part that is begun below this matter; null where no words are concealed here. */
export function concernsBelow(mechanism: Mechanism, { id, state }: Host): Concerned | null {
  if (!isTheirs(mechanism, 'divide', state.concerns !== null)) return null;
  const [first] = state.originators;
  return first ? { id: first.id, unnamed: first.unnamed } : (state.concerns ?? { id, unnamed: false });
}

const originatedIn = ({ effects }: MatterAct): Concerned[] =>
  effects.flatMap((effect) => (effect.do === 'originate' ? [{ id: effect.originator, unnamed: effect.unnamed }] : []));

/**
 * An act on a sealed matter: every word of it behind marks, sealed with the matter's key, which is drawn with its first act, wrapped for
 * whoever is named by another and taken from whoever is un-named. Its files are sealed already, each with a key of its own, which from
 * here on stands in the act alone. Refuses `matter.not-unsealed` for a seat that the key was not wrapped for, and
 * `matter.file-not-sealed` for a file that lies in the clear or was uploaded by another.
 */
async function concealAll(
  tx: Tx,
  { city, seat }: Caller | Nobody,
  matter: Uuid,
  act: MatterAct,
  beginning: NonNullable<Where['beginning']> = {},
): Promise<MatterAct> {
  // Nobody, who begins what recurs, reads nothing and can seal nothing.
  if (seat === null) return refuse('matter.not-unsealed', {}, { status: 403 });
  const named = act.effects.flatMap((effect) => (effect.do === 'help' ? [effect.seat] : []));
  const sealing =
    act.kind === 'register'
      ? await newSealing(tx, city, matter, [seat, ...named])
      : (beginning.sealing ?? (await findSealing(tx, city, matter, seat)));
  if (!sealing) return refuse('matter.not-unsealed', {}, { status: 403 });
  if (act.kind === 'help') for (const one of named) await nameFor(tx, city, matter, seat, one);
  for (const effect of act.effects) if (effect.do === 'unhelp') await unnameFor(tx, matter, effect.seat);
  beginning.sealing = sealing;
  const effects = await keysIn(tx, { city, seat }, act, sealing);
  const { given, hidden } = hideAll(act.given, act.seq);
  if (hidden.length === 0) return { ...act, effects };
  const sealed = sealing.seal(act.id, JSON.stringify(hidden));
  return { ...act, given, effects: [...effects, { do: 'conceal', subject: matter, sealed }] };
}

/** The effects of an act with the keys of its files, which are kept nowhere else any more. */
async function keysIn(
  tx: Tx,
  who: { readonly city: number; readonly seat: Uuid },
  act: MatterAct,
  sealing: Sealing,
): Promise<Effect[]> {
  const ids = act.effects.flatMap((effect) => (effect.do === 'attach' ? [effect.file.id] : []));
  if (ids.length === 0) return act.effects;
  const kept = new Map((await findSealedFiles(tx, who.city, ids)).map((file) => [file.id, file.kept]));
  const effects: Effect[] = [];
  for (const effect of act.effects) {
    if (effect.do !== 'attach') {
      effects.push(effect);
      continue;
    }
    const { id } = effect.file;
    const wrapped = kept.get(id);
    const key = wrapped ? await keptFileKey(tx, who, { id, kept: wrapped }) : undefined;
    if (!key) return refuse('matter.file-not-sealed', {}, { pointer: '/given/files' });
    effects.push({ ...effect, sealed: sealing.seal(fileIn(act.id, id), key.toString('base64')) });
  }
  await asSystem(tx, () => forgetKept(tx, ids));
  return effects;
}
