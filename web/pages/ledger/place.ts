/** A page of a list: the key that it is asked for by, '' for the first, and how many rows it held. */
export type PageAt = { readonly key: string; readonly rows: number };

/** How far down a list somebody was. */
export type Place = {
  /** The pages from the list's beginning to the one that the row stands on. */
  readonly pages: readonly PageAt[];
  /** The first row in sight, and how far from the window's top it stood, in pixels. */
  readonly row: string;
  readonly top: number;
};

const KEY = 'huiyin.ledger.places';
/** Steps of one's way back whose places are kept. */
const MOST = 12;

type Kept = readonly (readonly [entry: string, place: Place])[];

function kept(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Kept;
  } catch {
    return [];
  }
}

/** Keeps how far down the list was at this step of the tab's history; nothing for its first page, where every list begins. */
export function keepPlace(entry: string, place: Place | null): void {
  const others = kept().filter(([of]) => of !== entry);
  const all: Kept = place ? [...others, [entry, place] as const] : others;
  sessionStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
}

/** How far down the list was at this step; undefined where it was at its beginning. */
export const findPlace = (entry: string): Place | undefined => kept().find(([of]) => of === entry)?.[1];

/** The pages of a list as far as they are known: those before what was fetched, and what was. */
export const pagesKnown = (before: readonly PageAt[], fetched: readonly PageAt[]): PageAt[] => {
  const at = before.findIndex(({ key }) => key === fetched[0]?.key);
  return [...(at > 0 ? before.slice(0, at) : []), ...fetched];
};
