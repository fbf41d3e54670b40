/** How far down a list somebody was: the first row in sight, its place in the list, and how far below the window's top it stood, in pixels. */
export type Place = { readonly row: string; readonly index: number; readonly top: number };

const KEY = 'huiyin.ledger.places';
/** Steps of the tab's history whose places are kept; each matter opened beside a list is one. */
const MOST = 50;

type Kept = readonly (readonly [step: string, place: Place])[];

function kept(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Kept;
  } catch {
    return [];
  }
}

/** Keeps for this step of the tab's history how far down its list was; null at its beginning, where every list begins. */
export function keepPlace(step: string, place: Place | null): void {
  const others = kept().filter(([of]) => of !== step);
  const all: Kept = place ? [...others, [step, place]] : others;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
  } catch {
    // A browser that has no room left: its lists begin at the top, and nobody is kept on the page.
  }
}

/** How far down its list was when this step was left; undefined where it was at its beginning, or is no list. */
export const findPlace = (step: string): Place | undefined => kept().find(([of]) => of === step)?.[1];
