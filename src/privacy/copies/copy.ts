import { findEnterprise, findOriginator, findReaches, findUnits, mayorsAmong } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { readStream } from '../../ledger/index.ts';
import {
  findMatters,
  isSetByHand,
  matterAct,
  piecesOf,
  type MatterAct,
  type MatterState,
} from '../../matters/index.ts';
import { findFileFacts, type FileFacts } from '../../platform/files/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findRaisedIds } from './copy.store.ts';

/** One thing that was said, by the person (`unit` null and `mine`) or by somebody of the city. */
export type CopiedWord = {
  readonly number: string;
  readonly at: string;
  readonly mine: boolean;
  readonly unit: string | null;
  /** A leader of the city said it. */
  readonly mayor: boolean;
  readonly stars: number | null;
  readonly text: string;
};

/** A file that they gave, of one of the matters that they raised. */
export type CopiedFile = FileFacts & { readonly number: string };

/** Everything personal that the city keeps of somebody, in the clear. */
export type Copy = {
  readonly enterprise: string | null;
  readonly contacts: readonly string[];
  readonly matters: number;
  readonly words: readonly CopiedWord[];
  readonly files: readonly CopiedFile[];
};

/** Acts of a matter that are read for a copy; more than any person and unit have said to each other. */
const MOST_ACTS = 5000;
/** What the city says to whoever raised a matter. */
const TO_THEM: ReadonlySet<string> = new Set(['inquire', 'promise', 'answer']);
/** What a clerk writes down of them once it is raised: all else that is sealed under their name is said by somebody of the city. */
const FROM_THEM = 'reply';

/**
 * What the city keeps of an originator: how they are reached, and in the matters that they raised what they said, with what is
 * personal in it, what was said to them, and what else was said of them. Of one matter alone where one is named. In what others said there is
 * in the clear what is the person's own, and nothing of anybody else (个人信息保护法 第四十五条: one's own personal information). For the system; whoever asks is the
 * person, or is noted: of what is sealed then nothing (`openly`). Throws `enterprises.originator-erased` (409) where nothing is left to copy.
 */
export async function copyOf(
  tx: Tx,
  city: number,
  originator: Uuid,
  matter: Uuid | null,
  openly = false,
): Promise<Copy> {
  const found = await findOriginator(tx, city, originator);
  if (!found) return refuse('enterprises.no-such-originator', {}, { status: 404 });
  if (found.erasedAt) return refuse('enterprises.originator-erased', {}, { status: 409 });
  const enterprise = found.enterprise && found.proven ? await findEnterprise(tx, city, found.enterprise) : undefined;
  const reaches = await findReaches(tx, city, [originator]);
  const contacts = reaches.map(({ plain }) => plain.text);
  const ids = await findRaisedIds(tx, city, originator, matter);
  const states = await findMatters(tx, city, ids);
  const own = ids.filter((id) => raisedBy(states.get(id)!, originator) && !(openly && states.get(id)!.sealed));
  const words: CopiedWord[] = [];
  const files: CopiedFile[] = [];
  for (const id of own) {
    const { number, sealed } = states.get(id)!;
    const acts = (await readStream(tx, city, id, { limit: MOST_ACTS })).map(matterAct);
    words.push(...(await wordsOf(tx, city, { id, number, sealed, acts }, originator, contacts)));
    files.push(...(await filesIn(tx, city, { number, acts }, originator)));
  }
  return { enterprise: enterprise?.name ?? null, contacts, matters: own.length, words, files };
}

/** What is joined to another matter was not raised there: the words there are others'. */
const raisedBy = ({ originators }: MatterState, id: Uuid): boolean =>
  originators.some((one) => one.id === id && one.through === undefined);

async function wordsOf(
  tx: Tx,
  city: number,
  { id, number, sealed, acts }: { id: Uuid; number: string; sealed: boolean; acts: readonly MatterAct[] },
  originator: Uuid,
  contacts: readonly string[],
): Promise<CopiedWord[]> {
  const units = await findUnits(tx, city);
  const above = sealed ? [] : acts.filter(({ unit }) => unit === null);
  const mayors = await mayorsAmong(
    tx,
    city,
    above.map(({ seat }) => seat),
  );
  const pieces = await piecesOf(tx, city, [id], new Set([originator]));
  const own = ownOf(acts, pieces, originator, contacts);
  return acts.flatMap((act): CopiedWord[] => {
    const mine = isMine(act, originator);
    const said = act.given['text'] ?? act.given['result'];
    const stars = typeof act.given['stars'] === 'number' ? act.given['stars'] : null;
    const here = pieces.filter((one) => one.act === act.id || isSetByHand(one.mark));
    const theirs = mine ? here : here.filter(({ text }) => own.has(bare(text)));
    const ofThem = typeof said === 'string' && theirs.some(({ mark }) => said.includes(mark));
    if (!mine && !ofThem && !(TO_THEM.has(act.kind) && toAll(act))) return [];
    if (typeof said !== 'string' && stars === null) return [];
    const text =
      typeof said === 'string' ? theirs.reduce((words, one) => words.replaceAll(one.mark, one.text), said) : '';
    const unit = mine || act.unit === null ? null : (units.get(act.unit)?.name ?? null);
    return [{ number, at: act.at, mine, unit, mayor: !mine && mayors.has(act.seat), stars, text }];
  });
}

/** What is their own, or is known to them as they said it themselves: how they are reached, and what is hidden in their words. */
function ownOf(
  acts: readonly MatterAct[],
  pieces: Awaited<ReturnType<typeof piecesOf>>,
  originator: Uuid,
  contacts: readonly string[],
): ReadonlySet<string> {
  const said = acts.filter((act) => isMine(act, originator));
  const ids = new Set(said.map(({ id }) => id));
  const words = said.map(({ given }) => JSON.stringify(given)).join();
  const hidden = pieces.filter(({ act, mark }) => (isSetByHand(mark) ? words.includes(mark) : ids.has(act)));
  return new Set([...contacts, ...hidden.map(({ text }) => text)].map(bare));
}

/** The same number, however it is divided. */
const bare = (text: string): string => text.replace(/[\s-]/gu, '');

/** The files that they gave, or a clerk for them, that are kept. */
async function filesIn(
  tx: Tx,
  city: number,
  { number, acts }: { number: string; acts: readonly MatterAct[] },
  originator: Uuid,
): Promise<CopiedFile[]> {
  const given = acts
    .filter((act) => isMine(act, originator) || begunFor(acts[0]!, act, originator))
    .flatMap(({ effects }) => effects.flatMap((effect) => (effect.do === 'attach' ? [effect.file.id] : [])));
  return [...(await findFileFacts(tx, city, given)).values()].map((file) => ({ ...file, number }));
}

/** What a clerk attached as the matter was raised in their name: in an act of its own, of the same moment. */
const begunFor = (first: MatterAct, act: MatterAct, originator: Uuid): boolean =>
  act.at === first.at && act.seat === first.seat && ofTheirs(first, originator);

const isMine = (act: MatterAct, originator: Uuid): boolean => act.seat === originator || ofTheirs(act, originator);

/** What a clerk wrote down of them: their words, sealed as theirs or raised in their name. */
const ofTheirs = ({ kind, effects }: MatterAct, originator: Uuid): boolean =>
  effects.some(
    (effect) =>
      (effect.do === 'originate' && effect.originator === originator) ||
      (kind === FROM_THEM && effect.do === 'conceal' && effect.subject === originator),
  );

/** A co-unit's answer is for the lead unit alone. */
const toAll = ({ kind, effects }: MatterAct): boolean =>
  kind !== 'answer' || effects.some(({ do: what }) => what === 'answered' || what === 'stage');
