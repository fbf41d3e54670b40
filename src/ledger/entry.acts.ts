import { canonicalJson, refuse, uuidv7, type Uuid } from '../kernel/index.ts';
import { inOrder, type SystemCaller, type Tx } from '../platform/postgres/index.ts';
import { appendActs, findAct } from './act.store.ts';
import { sealAct, type SealedAct } from './chain.rules.ts';
import { adoptedGiven, entryAct, step, type EntryAct, type Fold } from './entry.rules.ts';
import { findEntries, holdRegister, knownEntries, writeEntries, type StoredEntry } from './entry.store.ts';
import { ALL, type Stretch } from './stretch.store.ts';

/** One entry of the register with its state. */
export type Entry<S> = { readonly id: Uuid; readonly state: S };

/** A kind of entry: how its acts fold, and which tables are written from it. */
export type Noun<S> = {
  readonly name: string;
  /** The kind of the first act of such a stream; of no other noun. */
  readonly opens: string;
  readonly fold: Fold<S>;
  /** Writes the projection of these entries, which replaces what the tables said of them. */
  write(tx: Tx, city: number, entries: readonly Entry<S>[]): Promise<void>;
  /** What the tables say of the entries of a stretch: the state that they stand for, and what they hold beside it. */
  read(tx: Tx, city: number, within: Stretch): Promise<readonly (Entry<S> & { readonly beside?: unknown })[]>;
  /** What they should hold beside it. */
  beside?(state: S): unknown;
};

/** Who changes an entry. */
export type By = SystemCaller | { readonly city: number; readonly seat: Uuid };
/** A change as decided. `id` names the act. */
export type Change = { readonly entry: Uuid; readonly id: Uuid; readonly kind: string; readonly given: object };

/**
 * Begins a change of the city's register: nobody else changes it until the transaction ends. Answers whether this very act
 * was done before, so that the same request sent again does nothing; an id used for another act is refused (409).
 */
export async function beginChange(tx: Tx, by: By, change: Change): Promise<'new' | 'done'> {
  await holdRegister(tx, by.city);
  const stored = await findAct(tx, by.city, change.id);
  if (!stored) return 'new';
  const first = stored.stream === change.entry ? entryAct(stored) : undefined;
  const same =
    first?.kind === change.kind &&
    first.seat === seatOf(by) &&
    canonicalJson(first.given) === canonicalJson(change.given);
  return same ? 'done' : refuse('ledger.act-id-reused', { id: change.id }, { status: 409 });
}

/** The state of an entry; undefined where there is none of that noun. */
export async function findEntry<S>(tx: Tx, city: number, noun: Noun<S>, id: Uuid): Promise<S | undefined> {
  const stored = (await findEntries(tx, city, noun.name, [id])).get(id);
  return stored && (JSON.parse(stored.state) as S);
}

/** Appends the acts, in order, and writes the entries and their tables anew. For use after {@link beginChange}. */
export async function record<S>(
  tx: Tx,
  by: By,
  noun: Noun<S>,
  changes: readonly Change[],
  now: Date,
): Promise<readonly Entry<S>[]> {
  if (changes.length === 0) return [];
  const heads = await findEntries(tx, by.city, noun.name, [...new Set(changes.map(({ entry }) => entry))]);
  const { entries, writes } = recordAfter(heads, tx, by, noun, changes, now);
  await inOrder(writes);
  return entries;
}

/**
 * As {@link record}, of entries that nobody has had: nothing is read, and all leaves in one packet with what is sent beside it. An id that
 * somebody has had is refused by the ledger (409 `ledger.stream-moved`).
 */
export async function recordFirst<S>(
  tx: Tx,
  by: By,
  noun: Noun<S>,
  changes: readonly Change[],
  now: Date,
): Promise<void> {
  if (changes.length > 0) await inOrder(recordAfter(new Map(), tx, by, noun, changes, now).writes);
}

/** Sends what follows from changes of entries that stand so, and waits for nothing. */
function recordAfter<S>(
  known: ReadonlyMap<Uuid, StoredEntry>,
  tx: Tx,
  by: By,
  noun: Noun<S>,
  changes: readonly Change[],
  now: Date,
): { readonly entries: readonly Entry<S>[]; readonly writes: readonly Promise<void>[] } {
  const { city } = by;
  const heads = new Map(known);
  const states = new Map<Uuid, S>();
  for (const [id, { state }] of heads) states.set(id, JSON.parse(state) as S);
  const acts = changes.map((change): SealedAct => {
    const head = heads.get(change.entry);
    // Time does not run backwards within an entry, even where two servers' clocks disagree.
    const at = head && head.at > now ? head.at : now;
    const seq = (head?.seq ?? 0) + 1;
    const { id, kind } = change;
    const stream = { city, stream: change.entry, seq, id, kind, seat: seatOf(by), at };
    const sealed = sealAct(head?.hash ?? null, stream, { given: change.given });
    const given = change.given as Record<string, unknown>;
    const act: EntryAct = { id, seq, kind, at: at.toISOString(), seat: stream.seat, given };
    const state = step(noun.fold, states.get(change.entry) ?? null, act);
    states.set(change.entry, state);
    heads.set(change.entry, { id: change.entry, seq, hash: sealed.hash, at, state: JSON.stringify(state) });
    return sealed;
  });
  const entries = [...states].map(([id, state]) => ({ id, state }));
  const writes = [
    appendActs(tx, acts),
    writeEntries(tx, city, noun.name, [...heads.values()] satisfies StoredEntry[]),
    noun.write(tx, city, entries),
  ];
  return { entries, writes };
}

/**
 * Opens the streams of what a city kept before acts of it were: each begins with what was found. Nothing is done where every
 * row has its entry. Returns how many were adopted.
 */
export async function adopt<S>(tx: Tx, by: SystemCaller, noun: Noun<S>, now: Date): Promise<number> {
  await holdRegister(tx, by.city);
  const known = await knownEntries(tx, by.city, noun.name);
  const found = (await noun.read(tx, by.city, ALL)).filter(({ id }) => !known.has(id));
  const changes = found.map(({ id, state }) => ({
    entry: id,
    id: uuidv7(now),
    kind: noun.opens,
    given: adoptedGiven(state),
  }));
  await record(tx, by, noun, changes, now);
  return found.length;
}

/** How each kind of entry that was kept before its acts were is adopted. */
export type Adoptions = Readonly<Record<string, (tx: Tx, by: SystemCaller, now: Date) => Promise<number>>>;

const seatOf = (by: By): Uuid | null => ('system' in by ? null : by.seat);
