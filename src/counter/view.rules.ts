import { Place } from '../matters/raised/raised.contract.ts';
import type { MatterView, StoryAct } from '../matters/contract.ts';
import type { AppealView, Said } from './contract.ts';
import { stageTold, wayTold, withExclusions } from './excluded.rules.ts';
import { sharedIn, storyThere, type Stretch } from './stretch.rules.ts';

/** The acts of which an originator is told, and those only where they did them. */
const TOLD: ReadonlySet<string> = new Set([
  'register',
  'inquire',
  'reply',
  'promise',
  'answer',
  'evaluate',
  'close',
  'callback',
  'reopen',
  'join',
  'part',
]);
const OWN: ReadonlySet<string> = new Set(['note']);
/** Where an act keeps its words. */
const WORDS = ['text', 'result', 'note'] as const;
/** Where the office says something to them, beside its own reason. */
const TOLD_BESIDE: ReadonlySet<string> = new Set(['reopen', 'exclude']);
const MAY = ['reply', 'evaluate', 'note', 'attach'] as const;

type Stage = MatterView['stages'][number];
/** What they read is in words for them, where the mechanism has such. */
const nameOf = ({ zh, en, told }: Stage) => told ?? { zh, en };

/**
 * A matter as whoever raised it is shown it: what was said between them and the city, where it stands, what they may do. `stretches`: when it
 * went on in which others; what they were told and said there stays with it when they are parted. What the units say among themselves, and who
 * sits where, is not theirs to see.
 */
export function appealView(
  view: MatterView,
  seat: string,
  unitName: (unit: string) => string,
  stretches: readonly Stretch[] = [],
): Omit<AppealView, 'kind' | 'unnamed'> {
  const host = stretches.find(({ until }) => until === null)?.host;
  // What goes on in another matter moves there.
  const { row: moving } = host ?? view;
  const { row } = view;
  const stage = new Map(view.stages.map((one) => [one.key, one]));
  const here = stage.get(stageTold(view))!;
  const there = stretches.map((one) => storyThere(one, row.number));
  const shared = stretches.flatMap(({ from }, n) => sharedIn(there[n]!, from, seat));
  const mine = new Set([...view.story, ...shared].filter((act) => act.seat === seat).map(({ id }) => id));
  // What the unit put to its answer is part of it, and to the draft that was answered by; what it reported or noted is not.
  const answered = new Set([view.story, ...there].flatMap((story) => story.filter(isWhole).map(({ id }) => id)));
  const drafts = new Map([view.story, ...there].flatMap((story) => [...answerOfDraft(story)]));
  const allowed = new Set<string>((host ?? view).acts.filter(({ allowed: may }) => may).map(({ kind }) => kind));
  return {
    id: row.id,
    number: row.number,
    text: row.text,
    ...placeOf(view.story),
    media: mediaOf(view.story),
    stage: nameOf(here),
    phase: row.phase,
    confidential: row.confidential,
    registeredAt: row.registeredAt,
    joined: host
      ? { stage: nameOf(host.stages.find(({ key }) => key === stageTold(host))!), phase: moving.phase }
      : null,
    lead: moving.lead && unitName(moving.lead),
    // Who is named for what is sealed is not for whoever raised it to know.
    helpers: view.sealed ? [] : (host ?? view).helpers.map(({ kind, title, name }) => ({ kind, title, name })),
    due: moving.due,
    workdaysLeft: moving.workdaysLeft,
    paused: moving.slip === 'paused',
    way: wayTold(view).map((leg) => ({ stage: nameOf(stage.get(leg.stage)!), from: leg.from })),
    said: [...withExclusions(view.story, seat, true), ...shared]
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .flatMap((act) => saidBy(act, seat, unitName)),
    files: [...view.files, ...stretches.flatMap((one) => one.host.files)]
      .filter(({ act }) => mine.has(act) || answered.has(act) || drafts.has(act))
      .map(({ id, act, name, mediaType, size, erased }) => ({
        id,
        act: drafts.get(act) ?? act,
        name,
        mediaType,
        size,
        erased,
        mine: mine.has(act),
      })),
    sealed: view.sealed,
    askedToPublish: [view.story, ...there].some((story) => asked(story, seat)),
    may: MAY.filter((kind) => allowed.has(kind)),
    seq: moving.seq,
    newest: there.reduce((sum, story) => sum + (story.at(-1)?.seq ?? 0), row.seq),
  };
}

/** A piece that was taken out of the words of an act, and the mark in its place; marks are numbered in each act by themselves. */
type Piece = { readonly act: string; readonly mark: string; readonly text: string };
type Acts = readonly Pick<StoryAct, 'id' | 'kind'>[];

/**
 * The same, with what units wrote to the originator in full: what is personal in it (whom to call, on which number) stands beside the act,
 * sealed as theirs. An answer that was drafted has the marks of the last draft before it. A unit writes marks, too, that it reads elsewhere
 * (〔姓名1〕您好): where these stand for one thing alone in what was said before, it is shown. From what is sealed as somebody else's, to whose matter this one was
 * joined, `hide` takes the marks: they tell of which kind it was and how many there were. `stories`: of each of these matters.
 */
export function inFull(
  view: AppealView,
  stories: readonly Acts[],
  pieces: readonly Piece[],
  hide: (text: string) => string,
): AppealView {
  const readable = new Set(view.said.map(({ id }) => id));
  const whole = (one: Said): string => {
    const story = stories.find((acts) => acts.some(({ id }) => id === one.id)) ?? [];
    const before = story.slice(
      0,
      story.findIndex(({ id }) => id === one.id),
    );
    const drafts = before.filter(({ kind }) => one.kind === 'answer' && kind === 'propose').map(({ id }) => id);
    const of = (acts: readonly (string | undefined)[]) => pieces.filter(({ act }) => acts.includes(act));
    const own = restored(restored(one.text, of([one.id])), of([drafts.at(-1)]));
    const others = before.filter(({ id }) => readable.has(id)).map(({ id }) => id);
    return hide(restored(own, meantAlone(of([...drafts, ...others]))));
  };
  const registered = stories[0]?.find(({ kind }) => kind === 'register')?.id;
  const media =
    view.media &&
    restored(
      view.media,
      pieces.filter(({ act }) => act === registered),
    );
  return { ...view, media, said: view.said.map((one) => (one.mine ? one : { ...one, text: whole(one) })) };
}

const restored = (text: string, pieces: readonly Piece[]): string =>
  pieces.reduce((words, one) => words.replaceAll(one.mark, one.text), text);

/** Of marks that a unit has written itself, as it read them in earlier words: those that stand for one thing alone there. */
const meantAlone = (earlier: readonly Piece[]): Piece[] =>
  earlier.filter((one) => earlier.every(({ mark, text }) => mark !== one.mark || text === one.text));

/** Whether somebody was asked already if it may be published: where they raised it, or judged an answer. */
const asked = (story: readonly StoryAct[], seat: string): boolean =>
  story.some((act) => act.seat === seat && typeof act.given['consents'] === 'boolean');

/** A co-unit's answer is for the lead unit: only what moved the whole is said to the originator. */
const isWhole = ({ kind, effects }: StoryAct): boolean =>
  kind === 'answer' && effects.some((effect) => effect['do'] === 'stage');

const follows = ({ effects }: StoryAct, what: string): boolean => effects.some((effect) => effect['do'] === what);

/** The answer that was given by each draft: one that stood then, and was neither sent back nor written anew. */
function answerOfDraft(story: readonly StoryAct[]): Map<string, string> {
  const answers = new Map<string, string>();
  let draft: string | null = null;
  for (const act of story) {
    if (act.kind === 'propose') draft = act.id;
    else if (act.effects.some((effect) => effect['do'] === 'undraft')) draft = null;
    else if (isWhole(act)) {
      if (draft !== null) answers.set(draft, act.id);
      draft = null;
    }
  }
  return answers;
}

const NOTHING = { mayor: false, text: '', day: null, stars: null, solved: null, satisfied: null };

function saidBy(act: StoryAct, seat: string, unitName: (unit: string) => string): Said[] {
  const mine = act.seat === seat;
  if (!TOLD.has(act.kind) && act.kind !== 'exclude' && !(mine && OWN.has(act.kind))) return [];
  // What others think of it whose matters were joined to this one is said to the city, and not to each other.
  if (act.kind === 'evaluate' && !mine) return [];
  // That somebody else has replied, and not what: it is no question to the others any more.
  if (act.kind === 'reply' && act.seat === null)
    return [{ ...NOTHING, id: act.id, kind: 'replied', at: act.at, unit: null, mine }];
  if (act.kind === 'answer' && !isWhole(act)) return [];
  // What was answered and is struck off was told; what never was is told with its reason.
  if (act.kind === 'close' && !follows(act, 'struck')) return [];
  // What the office wrote for its own is not theirs, nor is there anything to read where it wrote them nothing.
  if (act.kind === 'reopen' && typeof act.given['told'] !== 'string') return [];
  // That they were called, and not what the office wrote down of it.
  const called = act.kind === 'callback';
  if (called && act.given['reached'] !== true) return [];
  const given = called ? {} : act.given;
  const flag = (value: unknown) => (typeof value === 'boolean' ? value : null);
  const keys = TOLD_BESIDE.has(act.kind) ? ['told'] : WORDS;
  const texts = keys.map((key) => given[key]).filter((text) => typeof text === 'string');
  return [
    {
      id: act.id,
      kind: act.kind as Said['kind'],
      at: act.at,
      unit: mine || act.unit === null ? null : unitName(act.unit),
      mayor: false,
      mine,
      // What was raised stands at the head of the page already.
      text: act.kind === 'register' ? '' : (texts[0] ?? ''),
      day: act.kind === 'promise' && typeof given['due'] === 'string' ? given['due'] : null,
      stars: typeof given['stars'] === 'number' ? given['stars'] : null,
      solved: flag(given['solved']),
      satisfied: flag(given['satisfied']),
    },
  ];
}

function placeOf(story: readonly StoryAct[]): Pick<AppealView, 'place' | 'point'> {
  const given = story.find(({ kind }) => kind === 'register')?.given['place'];
  const { data: place } = Place.safeParse(given);
  if (!place) return { place: null, point: null };
  const { text } = place;
  return {
    place: text ?? null,
    point: 'longitude' in place ? { longitude: place.longitude, latitude: place.latitude } : null,
  };
}

/** An address is none with a gap in it: it is told whole to whoever gave it. */
function mediaOf(story: readonly StoryAct[]): string | null {
  const given = story.find(({ kind }) => kind === 'register')?.given['media'];
  return typeof given === 'string' ? given : null;
}

/** What whoever raised a sealed matter reads of it: what they said and were asked and told, with its words in the place of the marks. */
export function unsealedView(
  view: AppealView,
  pieces: readonly { readonly mark: string; readonly text: string }[],
  files: readonly { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number }[],
): AppealView {
  const texts = new Map(pieces.map(({ mark, text }) => [mark, text]));
  const named = new Map(files.map(({ id, name, mediaType, size }) => [id, { name, mediaType, size }]));
  return {
    ...view,
    text: texts.get(view.text) ?? view.text,
    place: view.place && (texts.get(view.place) ?? view.place),
    media: view.media && (texts.get(view.media) ?? view.media),
    said: view.said.map((one) => ({ ...one, text: texts.get(one.text) ?? one.text })),
    files: view.files.map((file) => ({ ...file, ...named.get(file.id) })),
  };
}
