import { findUnits, mayorsAmong } from '../directory/index.ts';
import { refuse, type Uuid } from '../kernel/index.ts';
import {
  findMatters,
  getMechanism,
  piecesOf,
  sealedFiles,
  sealedPieces,
  viewMatter,
  withoutMarks,
  type MatterState,
} from '../matters/index.ts';
import { sentence, type Language } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { asSystem, transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import type { MatterView } from '../matters/contract.ts';
import type { AppealView, Said } from './contract.ts';
import { toldStage } from './stage.ts';
import { togetherIn, type Stretch } from './stretch.rules.ts';
import { appealView, inFull, unsealedView } from './view.rules.ts';

/** What they are shown of it; what stands behind the marks in what units wrote to them is opened with their key, which no seat of the city has. */
export async function viewFor(
  pool: Pool,
  caller: Caller,
  id: Uuid,
  language: Language,
  now: Date,
): Promise<AppealView> {
  const shown = await transact(pool, caller, (tx) => markedView(tx, caller, id, now));
  return transact(pool, { city: caller.city, system: true }, (tx) => opened(tx, caller, shown, language));
}

/** The same within a transaction of the program's own, for what is told to a program that raised it for them. */
export async function viewAsTold(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  language: Language,
  now: Date,
): Promise<{ view: AppealView; moving: MatterView }> {
  const shown = await markedView(tx, caller, id, now);
  return { view: await opened(tx, caller, shown, language), moving: shown.moving };
}

type Marked = {
  readonly view: AppealView;
  readonly stories: readonly MatterView['story'][];
  readonly matters: readonly Uuid[];
  /** The matter itself, or the one that it was joined to and moves in. */
  readonly moving: MatterView;
};

async function opened(tx: Tx, { city, seat }: Caller, shown: Marked, language: Language): Promise<AppealView> {
  const pieces = await piecesOf(tx, city, shown.matters, new Set([seat]));
  const hidden = sentence(language, 'counter.hidden');
  return inFull(shown.view, shown.stories, pieces, (text) => withoutMarks(text, hidden));
}

async function markedView(tx: Tx, caller: Caller, id: Uuid, now: Date): Promise<Marked> {
  const own = await ownMatter(tx, caller, id);
  const { joined, sealed } = own;
  const [view, units, { name: kind }] = await Promise.all([
    viewMatter(tx, caller, id, now),
    findUnits(tx, caller.city),
    getMechanism(tx, caller.city, own.mechanism, own.version),
  ]);
  const stretches = await stretchesOf(tx, caller, view, now);
  const host = stretches.find(({ until }) => until === null)?.host;
  const into = joined ? (await findMatters(tx, caller.city, [joined.into])).get(joined.into) : undefined;
  const asStands = appealView(view, caller.seat, (unit) => units.get(unit)?.name ?? '', stretches);
  const stories = [view.story, ...stretches.map((one) => one.host.story)];
  const shown = {
    ...asStands,
    // Who is named for what is sealed is not for whoever raised it to know.
    said: sealed ? asStands.said : await byMayors(tx, caller.city, asStands.said, stories.flat()),
    kind,
    unnamed: own.originators.some((one) => one.id === caller.seat && one.unnamed),
    stage: toldStage(own, asStands.stage, caller.seat),
    joined:
      asStands.joined && into
        ? { ...asStands.joined, stage: toldStage(into, asStands.joined.stage, caller.seat) }
        : asStands.joined,
  };
  const pieces = sealed ? await sealedPieces(tx, caller, id) : null;
  const files = sealed ? await sealedFiles(tx, caller, id) : [];
  return {
    view: pieces ? unsealedView(shown, pieces, files) : shown,
    stories,
    matters: [id, ...stretches.map((one) => one.into)],
    moving: host ?? view,
  };
}

/** When a matter went on in which others. From those that it was parted from nobody who raised it may read: what they were told there stays theirs. */
async function stretchesOf(tx: Tx, caller: Caller, { story }: MatterView, now: Date): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  for (const one of togetherIn(story)) {
    const read = () => viewMatter(tx, caller, one.into, now);
    stretches.push({ ...one, host: one.until === null ? await read() : await asSystem(tx, read) });
  }
  return stretches;
}

/** What was said, with what a leader of the city said as theirs; who judged of an exclusion is not told. */
async function byMayors(tx: Tx, city: number, said: Said[], story: MatterView['story']): Promise<Said[]> {
  const above = new Set(
    said.flatMap(({ id, mine, unit, kind }) => (mine || unit !== null || kind === 'exclude' ? [] : id)),
  );
  const acts = story.filter(({ id }) => above.has(id));
  const mayors = await mayorsAmong(
    tx,
    city,
    acts.map(({ seat }) => seat),
  );
  const theirs = new Set(acts.filter(({ seat }) => mayors.has(seat)).map(({ id }) => id));
  return said.map((one) => ({ ...one, mayor: theirs.has(one.id) }));
}

/** Whether somebody raised a matter by their own word, and not only one that was joined to it. */
export const raisedItself = ({ originators }: MatterState, seat: Uuid): boolean =>
  originators.some(({ id, through }) => id === seat && through === undefined);

/** What others said in a matter is not for those who were joined to it: they see its answer with their own. */
async function ownMatter(tx: Tx, { city, seat }: Caller, id: Uuid): Promise<MatterState> {
  const state = (await findMatters(tx, city, [id])).get(id);
  return state && raisedItself(state, seat) ? state : refuse('matter.not-found', { id }, { status: 404 });
}

/** The matter in which this one is asked about, answered and judged. */
export const goesOnIn = (pool: Pool, caller: Caller, id: Uuid): Promise<Uuid> =>
  transact(pool, caller, async (tx) => (await ownMatter(tx, caller, id)).joined?.into ?? id);
