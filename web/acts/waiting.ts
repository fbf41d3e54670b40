import { useSyncExternalStore } from 'react';
import { useSession } from '../session/session.ts';
import { draftKeys, readDraft, watchDrafts } from './drafts.ts';
import type { Typed } from './useDraft.ts';

/** A form of one act on one matter: `<seat>.<matter>.<kind>`; other forms keep drafts under other keys. */
const OF_ACT = /^([\da-f-]{36}\.[\da-f-]{36})\.([a-z-]+)$/u;

const isWorth = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : Boolean(value);

/** The acts whose forms hold words that were not sent, by seat and matter. What was opened and left empty is no draft to anybody. */
export function waitingActs(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const key of draftKeys().toSorted()) {
    const [, place, kind] = OF_ACT.exec(key) ?? [];
    if (!place || !kind) continue;
    const kept = readDraft<{ typed?: Typed }>(key);
    if (Object.values(kept?.typed ?? {}).some(isWorth)) found.set(place, [...(found.get(place) ?? []), kind]);
  }
  return found;
}

const NONE: readonly string[] = [];
let known: ReadonlyMap<string, readonly string[]> = new Map();
let said = '';
let stale = true;

/** The same map for as long as it says the same: every row of a list asks for it at every letter that is typed. */
function snapshot(): typeof known {
  if (!stale) return known;
  stale = false;
  const now = waitingActs();
  const words = JSON.stringify([...now]);
  if (words !== said) [known, said] = [now, words];
  return known;
}

let watching = 0;
let leave = () => {};
const watchers = new Set<() => void>();
function subscribe(told: () => void): () => void {
  watchers.add(told);
  if (watching++ === 0) {
    // Nobody listened meanwhile.
    stale = true;
    leave = watchDrafts(() => {
      stale = true;
      watchers.forEach((one) => one());
    });
  }
  return () => {
    watchers.delete(told);
    if (--watching === 0) leave();
  };
}

/** The kinds of act for which this seat has words on this machine that were not sent, on one matter. */
export function useWaitingActs(matter: string): readonly string[] {
  const { seat } = useSession().caller;
  return useSyncExternalStore(subscribe, snapshot).get(`${seat}.${matter}`) ?? NONE;
}
