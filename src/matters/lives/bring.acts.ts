import { findCategory } from '../../directory/index.ts';
import { dayOf, orRefuse, type Uuid } from '../../kernel/index.ts';
import { appendActs, type SealedAct } from '../../ledger/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { findFileFacts, type FileFacts } from '../../platform/files/index.ts';
import { inOrder, type SystemCaller, type Tx } from '../../platform/postgres/index.ts';
import { attachEach } from '../attachment.store.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { factsOf } from '../facts/fact.rules.ts';
import type { Ask } from '../life/ask.rules.ts';
import { decide } from '../life/decide.rules.ts';
import { fold } from '../life/fold.rules.ts';
import type { Filed } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { targetHistory } from '../targets/target-rows.rules.ts';
import { wordsOf } from '../life/words.rules.ts';
import { insertMatters, takeNumbers, type NewMatter } from '../new-matter.store.ts';
import { getNewestMechanism, type MechanismVersion } from '../mechanisms/mechanism.store.ts';
import { seal, type Sealed } from '../seal.ts';

/** Who did what when. `id` names the act; that of the first is the matter's. */
export type LivedStep = {
  readonly id: Uuid;
  readonly caller: Caller;
  readonly kind: ActKind;
  readonly given: Record<string, unknown>;
  readonly at: Date;
  /** Of somebody who was appointed: their name. */
  readonly name?: string;
};

/** So many matters travel to the server together. */
const BATCH = 200;

/**
 * Writes whole lives of matters, each act decided by the rules at its own moment as if it were done one by one, and many of them at a
 * time. They hold nothing personal, as nothing is sealed here, and nobody is told of them. For the program itself: what a city lived
 * through before this program was there, and the demo's year. Throws what the rules refuse.
 */
export async function bringLives(
  tx: Tx,
  { city }: SystemCaller,
  key: string,
  lives: readonly (readonly LivedStep[])[],
  now: Date,
): Promise<void> {
  const under = await getNewestMechanism(tx, city, key);
  const calendar = await calendarOf(tx, city, now);
  const known = await knownTo(tx, city, under, lives.flat());
  const ofYear = Map.groupBy(lives, ([first]) => Number(dayOf(first!.at).slice(0, 4)));
  // The server writes a batch while the next one is decided: together they take as long as the longer of the two.
  let writing: Promise<unknown> = Promise.resolve();
  for (const [year, all] of ofYear) {
    let n = await takeNumbers(tx, city, `${key}/${year}/0`, all.length);
    for (let from = 0; from < all.length; from += BATCH) {
      const lived = all
        .slice(from, from + BATCH)
        .map((steps) => live(city, steps, { ...under, year, n: n++ }, { ...known, calendar }));
      await writing;
      writing = write(tx, city, lived);
      writing.catch(() => undefined); // heard where it is awaited
    }
    await writing;
  }
}

type Lived = { readonly acts: SealedAct[]; readonly matter: NewMatter; readonly files: readonly Uuid[] };

const write = (tx: Tx, city: number, lived: readonly Lived[]): Promise<unknown> =>
  inOrder([
    appendActs(
      tx,
      lived.flatMap(({ acts }) => acts),
    ),
    insertMatters(
      tx,
      city,
      lived.map(({ matter }) => matter),
    ),
    attachEach(
      tx,
      city,
      lived.map(({ matter: { id }, files }) => ({ id, files })),
    ),
  ]);

type Known = { readonly filed: ReadonlyMap<string, Filed>; readonly files: ReadonlyMap<Uuid, FileFacts> };

/** The categories and files that the steps name, asked for once. */
async function knownTo(
  tx: Tx,
  city: number,
  { mechanism }: MechanismVersion,
  steps: readonly LivedStep[],
): Promise<Known> {
  const codes = new Set(steps.flatMap(({ given }) => (typeof given['category'] === 'string' ? given['category'] : [])));
  const filed = new Map<string, Filed>();
  for (const code of mechanism.scheme === undefined ? [] : codes) {
    const found = await findCategory(tx, city, mechanism.scheme!, code);
    if (found) filed.set(code, found);
  }
  const ids = new Set(steps.flatMap(({ given }) => (given['files'] ?? []) as Uuid[]));
  return { filed, files: await findFileFacts(tx, city, [...ids]) };
}

function live(
  city: number,
  steps: readonly LivedStep[],
  opening: MechanismVersion & { year: number; n: number },
  known: Known & Pick<Ask, 'calendar'>,
): Lived {
  const { mechanism, version, sourceHash, year, n } = opening;
  const id = steps[0]!.id;
  const facts = factsOf(mechanism);
  const targets = targetHistory();
  const acts: SealedAct[] = [];
  let last: Sealed | null = null;
  for (const { name = '', at, ...step } of steps) {
    const state: MatterState | null = last?.state ?? null;
    const lead = state?.units.find((u) => u.part === 'lead')?.unit ?? null;
    const seat = step.given['seat'];
    const ask: Ask = {
      ...step,
      now: at,
      mechanism,
      version,
      calendar: known.calendar,
      filed: known.filed.get(String(step.given['category'])) ?? null,
      host: null,
      parent: null,
      children: [],
      born: null,
      higher: null,
      appointing: typeof seat === 'string' ? { seat, name, unit: lead, interests: null, names: new Map() } : null,
      files: ((step.given['files'] ?? []) as Uuid[]).flatMap((file) => known.files.get(file) ?? []),
      mentioned: [],
      unitName: (unit) => unit,
    };
    const decided = orRefuse(decide(state, ask, { year, round: null, n, source: sourceHash }));
    last = seal(city, id, last?.act.hash ?? null, decided, fold(state, decided));
    facts.take(last.state);
    targets.take(last.state);
    acts.push(last.act);
  }
  const { state, saved } = last!;
  const head = { id, mechanism: state.mechanism, version, number: state.number, n, round: null };
  const matter = { ...head, ...saved(mechanism), ...wordsOf(id, state), facts: facts.all, promised: targets.all };
  return { acts, matter, files: state.files.map((file) => file.id) };
}
