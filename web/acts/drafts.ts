import { makeListeners } from '../frame/listeners.ts';

/** Drafts of forms on this machine: `huiyin.draft.<seat>.<form>`, each with the time of its last word. */
const PREFIX = 'huiyin.draft.';
/** What nobody has gone on with for so long was given up. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** The draft of a form; null where there is none, or it is too old or unreadable. */
export function readDraft<T>(key: string, now = Date.now()): T | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as ({ at?: number } & T) | null;
    return kept && now - (kept.at ?? now) < KEPT_MS ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a draft. Where the browser has no room or forbids it the form works all the same, and forgets with its page. */
export function keepDraft(key: string, draft: object, now = Date.now()): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ ...draft, at: now }));
    changed();
  } catch {
    // Nothing better can be done than to go on.
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
  changed();
}

/** The keys of the drafts that are there, of every seat. */
export const draftKeys = (): string[] =>
  Object.keys(localStorage)
    .filter((place) => place.startsWith(PREFIX))
    .map((place) => place.slice(PREFIX.length));

const { tell: changed, subscribe } = makeListeners();

/** Calls `told` whenever a draft is kept or dropped, here or in another tab, until the returned function is called. */
export function watchDrafts(told: () => void): () => void {
  const elsewhere = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) told();
  };
  const leave = subscribe(told);
  addEventListener('storage', elsewhere);
  return () => {
    leave();
    removeEventListener('storage', elsewhere);
  };
}

/** Calls `told` with a draft as another tab keeps it, until the returned function is called. */
export function followDraft<T>(key: string, told: (draft: T) => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    const draft = event.key === PREFIX + key ? readDraft<T>(key) : null;
    if (draft) told(draft);
  };
  addEventListener('storage', elsewhere);
  return () => removeEventListener('storage', elsewhere);
}

/** Removes the drafts that nobody goes on with. A draft without a time gets this one. */
export function sweepDrafts(now = Date.now()): void {
  for (const key of draftKeys()) {
    const kept = readDraft<{ at?: number }>(key, now);
    if (!kept) dropDraft(key);
    else if (kept.at === undefined) keepDraft(key, kept, now);
  }
}
