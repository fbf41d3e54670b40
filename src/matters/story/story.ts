import { findCategoryNames, findSitters } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { readLatest, readStream, type StoredAct } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { StoryAct } from '../contract.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import type { Originator } from '../life/state-parts.rules.ts';
import { mentioned } from '../life/telling.rules.ts';
import { mayHear } from '../matter.policy.ts';
import { matterAct } from '../receipt.ts';
import type { NamedSeat } from '../mentions/mention.contract.ts';
import { changesOf, judgedThere } from './change.rules.ts';
import { lastWords, withPredecessors, type Word } from './past.rules.ts';
import { stepsOf, type Step } from './step.rules.ts';
import type { Doer, LastWord } from './story.contract.ts';
import { readLastReports, readMoving } from './story.store.ts';

/** How many acts of the story are sent at once; older ones are asked for. */
const STORY_PAGE = 100;

/** A page of a story, and what it was told from. */
export type Told = {
  readonly city: number;
  readonly matter: Uuid;
  readonly story: StoryAct[];
  /** The next `before`; null at the beginning. */
  readonly earlier: number | null;
  /** The acts of the page and those before it that moved the matter. */
  readonly steps: readonly Step[];
  readonly doer: (act: Pick<MatterAct, 'seat' | 'at' | 'unit'>) => Doer;
};

/**
 * The acts before `before`, newest page of them, oldest first, each with what it changed. What was so before the page comes
 * from the acts that moved the matter; of five hundred, mostly reports, these are a few. `latest`: what {@link readEnd} read before.
 */
export async function tellStory(
  tx: Tx,
  reader: Pick<Caller, 'city' | 'seat' | 'role'>,
  matter: Uuid,
  before: number,
  latest: readonly StoredAct[] = [],
): Promise<Told> {
  const { city } = reader;
  const from = Math.max(1, before - STORY_PAGE);
  const known = latest.filter(({ seq }) => seq >= from && seq < before);
  const [stored, earlier] = await Promise.all([
    // An act that was done in between has pushed the first of the page out of what was read.
    known.length === before - from
      ? known
      : readStream(tx, city, matter, { from, upTo: before - 1, limit: STORY_PAGE }),
    from > 1 ? readMoving(tx, city, matter, from) : [],
  ]);
  const acts = stored.map(bare);
  const steps = stepsOf([...earlier.map(bare), ...acts]);
  const page = steps.slice(earlier.length);
  const raisers = raisersIn(steps);
  const may = (one: { by: Uuid; unnamed: boolean }): boolean => mayHear(reader, one, [...raisers.values()]);
  const changes = new Map(page.map((step) => [step.act.seq, [...judgedThere(step, may), ...changesOf(step)]]));
  const [doer, called, filed] = await Promise.all([
    namer(tx, city, [...earlier, ...stored], raisers),
    caller(tx, city, acts),
    filedBy(tx, city, acts),
  ]);
  const story = acts.map((told, i): StoryAct => {
    const act = discreet(page[i]!, raisers, reader);
    return {
      ...act,
      ...doer(told),
      changes: changes.get(act.seq) ?? [],
      mentions: called(mentioned(act.given), act.at),
      seated: called(seatIn(act), act.at)[0] ?? null,
      ...filed.get(act.seq),
      ...joinedFrom(page[i]!),
      hash: stored[i]!.hash,
    };
  });
  return { city, matter, story, earlier: from > 1 ? from : null, steps, doer };
}

/** The end of a story, read before it is known how long it is: together with the matter. */
export const readEnd = (tx: Tx, city: number, matter: Uuid): Promise<StoredAct[]> =>
  readLatest(tx, city, matter, STORY_PAGE);

/** What each of these units said last, or the unit whose place it took: it may be older than the page. */
export async function tellLastWords(tx: Tx, told: Told, units: readonly Uuid[]): Promise<Map<Uuid, LastWord>> {
  const { city, matter, earlier, story, steps, doer } = told;
  const onPage = lastWords(story);
  const silent = units.filter((unit) => !onPage.has(unit));
  const known = steps.map(({ act }) => act);
  if (earlier === null || !silent.length) return named(lastWords(known), doer);
  const asked = withPredecessors(silent, known);
  const reports = await readLastReports(tx, city, matter, { before: earlier, units: asked });
  const acts = [...reports.map(bare), ...known];
  return named(lastWords(acts), await namer(tx, city, acts, raisersIn(steps)));
}

const named = (words: ReadonlyMap<Uuid, Word>, doer: Told['doer']): Map<Uuid, LastWord> =>
  new Map([...words].map(([unit, { act, ...word }]) => [unit, { ...word, ...doer(act) }]));

function bare(row: Parameters<typeof matterAct>[0]): MatterAct {
  const { stage: _, ...act } = matterAct(row);
  return act;
}

type Raisers = ReadonlyMap<Uuid, Originator>;

/** Those who raised the matter, at any time up to the end of these acts. */
const raisersIn = (steps: readonly Step[]): Raisers =>
  new Map(steps.flatMap(({ after }) => after.originators.map((one) => [one.id, one])));

/** An act without what tells who raised the matter, but to themselves: who may know that is told beside the story. */
function discreet({ act: told, before }: Step, raisers: Raisers, reader: Pick<Caller, 'seat' | 'role'>): MatterAct {
  // What is sealed is of use to nobody who is shown a story.
  const act = { ...told, effects: told.effects.filter(({ do: what }) => what !== 'conceal') };
  if (!raisers.size) return act;
  const { originator: _, ...given } = act.given;
  const effects = act.effects
    .filter(({ do: what }) => what !== 'originate' && what !== 'gather' && what !== 'unsaid')
    // What they judged in the other is told by who may hear it, there.
    .map((effect) => (effect.do === 'part' ? { do: effect.do } : effect));
  const { seat, kind } = act;
  const unnamed = given['unnamed'] === true;
  const may = (one: { by: Uuid | null; unnamed: boolean }): boolean => mayHear(reader, one, [...raisers.values()]);
  // What was heard on calling them back about it says the same.
  const heard = kind === 'evaluate' ? may({ by: seat, unnamed }) : (before?.evaluations.every(may) ?? true);
  return {
    ...act,
    seat: seat !== null && seat !== reader.seat && raisers.has(seat) ? null : seat,
    given: heard || (reader.role === 'originator' && TOLD_APART.has(kind)) ? given : unheard(kind, given),
    effects,
  };
}

/**
 * Whose matter was joined of those who raised it, by its number: what they reply and add is about theirs. Of a judgement it is not told, whose giver
 * may have asked not to be known.
 */
function joinedFrom({ act: { kind, seat }, after }: Step): Pick<StoryAct, 'joinedFrom'> {
  const through = SAID_ABOUT.has(kind) ? after.originators.find(({ id }) => id === seat)?.through : undefined;
  const other = after.gathered.find(({ matter }) => matter === through);
  return other ? { joinedFrom: other.number } : {};
}
const SAID_ABOUT: ReadonlySet<string> = new Set(['reply', 'note', 'attach']);

/** What is left of an act that speaks of a judgement which its reader is not to hear: that it was done, and what is to be done next. */
function unheard(kind: string, given: MatterAct['given']): MatterAct['given'] {
  const left = LEFT[kind];
  return left ? Object.fromEntries(left.flatMap((field) => (field in given ? [[field, given[field]]] : []))) : given;
}
/** Of these whoever raised the matter is shown what was written for them, and nothing else, by their own page. */
const TOLD_APART: ReadonlySet<string> = new Set(['exclude', 'review', 'reopen']);
const LEFT: Readonly<Record<string, readonly string[]>> = {
  evaluate: ['unnamed'],
  callback: ['reached', 'through'],
  exclude: [],
  review: ['agreed'],
  // Why it is taken up again tells the unit what is to be done.
  reopen: ['reason', 'due'],
};

/** Names whoever did one of these acts, as they were when they did it. */
async function namer(
  tx: Tx,
  city: number,
  acts: readonly { seat: Uuid | null }[],
  raisers: Raisers,
): Promise<Told['doer']> {
  const sitter = await findSitters(tx, city, [...new Set(acts.flatMap((act) => act.seat ?? []))]);
  return ({ seat, at, unit }) => {
    const sat = seat ? sitter(seat, new Date(at)) : undefined;
    const originator = seat !== null && raisers.has(seat);
    const who = { who: sat?.name ?? '', unit, office: sat?.unit ?? null, title: sat?.title ?? '' };
    return originator ? { ...who, originator } : who;
  };
}

/** What each of these acts filed the matter under, named by the version of the scheme that it was done under. */
async function filedBy(
  tx: Tx,
  city: number,
  acts: readonly MatterAct[],
): Promise<ReadonlyMap<number, Required<Pick<StoryAct, 'filed'>>>> {
  const filings = acts.flatMap(({ seq, effects }) =>
    effects.flatMap((effect) => (effect.do === 'file' ? [{ seq, ...effect.filed }] : [])),
  );
  const named = filings.map(
    async ({ seq, ...filed }) => [seq, { filed: await findCategoryNames(tx, city, filed) }] as const,
  );
  return new Map(await Promise.all(named));
}

/** The seat that an act is about, where it is about one. */
const seatIn = ({ kind, given }: Pick<MatterAct, 'kind' | 'given'>): Uuid[] =>
  SEATED.has(kind) && typeof given['seat'] === 'string' ? [given['seat']] : [];
const SEATED: ReadonlySet<string> = new Set(['raise', 'help', 'unhelp', 'appoint']);

/** Names those whom acts call by name, as they were when they were called. */
async function caller(
  tx: Tx,
  city: number,
  acts: readonly MatterAct[],
): Promise<(seats: readonly Uuid[], at: string) => NamedSeat[]> {
  const seats = acts.flatMap((act) => [...mentioned(act.given), ...seatIn(act)]);
  const sitter = await findSitters(tx, city, [...new Set(seats)]);
  return (named, at) =>
    named.flatMap((seat) => {
      const sat = sitter(seat, new Date(at));
      return sat ? [{ seat, name: sat.name, unit: sat.unit, title: sat.title }] : [];
    });
}
