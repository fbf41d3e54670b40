import type { MatterView, StoryAct } from '../matters/contract.ts';
import { withExclusions } from './excluded.rules.ts';

/** That a matter went on in another, from when until when; `until` null while it does. */
export type Together = { readonly into: string; readonly from: string; readonly until: string | null };
/** The same with the matter in which it went on. */
export type Stretch = Together & { readonly host: MatterView };

/** What is said to all whose matters were joined; what others who raised them say is for the city alone. */
const SHARED: ReadonlySet<string> = new Set(['promise', 'answer', 'close', 'reopen']);
/** What one says oneself where it went on, and so is read in one's own. */
const OWN: ReadonlySet<string> = new Set(['note', 'attach']);

/** When a matter went on in which others, by its own story, oldest first. Pure. */
export function togetherIn(story: readonly Pick<StoryAct, 'at' | 'effects'>[]): Together[] {
  const all: Together[] = [];
  for (const { at, effects } of story)
    for (const effect of effects) {
      const last = all.at(-1);
      if (effect['do'] === 'join') all.push({ into: String(effect['into']), from: at, until: null });
      if (effect['do'] === 'part' && last) all.splice(-1, 1, { ...last, until: at });
    }
  return all;
}

/** The story of the other while this one went on in it: nothing of what came after they were parted. `number`: of this one. Pure. */
export function storyThere({ host: { story }, until }: Pick<Stretch, 'host' | 'until'>, number: string): StoryAct[] {
  if (until === null) return [...story];
  const parting = story.findIndex(
    ({ kind, at, given }) => kind === 'release' && given['number'] === number && at >= until,
  );
  return parting < 0 ? story.filter(({ at }) => at <= until) : story.slice(0, parting);
}

/**
 * What of that story is said to one whose matter went on there, and what they said there themselves. A question is put to all: those that are asked
 * meanwhile, and one that nobody had answered when it was joined. Pure.
 */
export function sharedIn(story: readonly StoryAct[], from: string, reader: string): StoryAct[] {
  const waiting = story.findLast(
    ({ kind, at, effects }) => at < from && (ASKS.has(kind) || effects.some(({ do: what }) => what === 'answered')),
  );
  const open = waiting?.kind === 'inquire' ? waiting.id : null;
  const shared = withExclusions(story, reader, false).filter(({ id, kind, at, seat }) => {
    if (kind === 'exclude' || SHARED.has(kind)) return true;
    if (kind === 'evaluate') return seat === reader;
    if (kind === 'inquire') return at >= from || id === open;
    return at >= from && (kind === 'reply' || (OWN.has(kind) && seat === reader));
  });
  // Of what others replied, or the office wrote down of it, that there was a reply.
  return shared.map((act) => (act.kind === 'reply' && act.seat !== reader ? { ...act, seat: null, given: {} } : act));
}
const ASKS: ReadonlySet<string> = new Set(['inquire', 'reply']);
