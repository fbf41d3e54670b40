import { createHash } from 'node:crypto';
import type { Uuid } from '../kernel/index.ts';
import { payloadOf, type StoredAct } from './chain.rules.ts';

/** An act on something that the city keeps: a unit, a seat, a calendar. `at` is UTC. */
export type EntryAct = {
  readonly id: Uuid;
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly seat: Uuid | null;
  readonly given: Record<string, unknown>;
};

/** The fold of one kind of entry: the state after one more act. Pure; throws where the act cannot follow. */
export type Fold<S> = (state: S | null, act: EntryAct) => S;

/** What an entry was before its acts were kept, given whole with its first act. */
const ADOPTED = 'adopted';
export const adoptedGiven = (state: unknown): Record<string, unknown> => ({ [ADOPTED]: state });

/** The state after one more act, of an entry that was opened or was found when acts began to be kept. */
export const step = <S>(fold: Fold<S>, state: S | null, act: EntryAct): S =>
  state === null && Object.hasOwn(act.given, ADOPTED) ? (act.given[ADOPTED] as S) : fold(state, act);

/** The act as the ledger holds it. Throws where the body is not such an act. */
export function entryAct(stored: StoredAct): EntryAct {
  const { given } = payloadOf(stored) as { given: Record<string, unknown> };
  const { id, seq, kind, seat } = stored;
  return { id, seq, kind, at: stored.at.toISOString(), seat, given };
}

/** The stream of something that is known by a name and not by an id: always the same UUID (version 8) for the same name. */
export function streamOf(name: string): Uuid {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
