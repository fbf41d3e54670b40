import type { Review } from './review.ts';

/** What stays on this machine until the server has it: my review, and the saved one that it began from. */
export type Kept = { version: number; base: Review; mine: Review };

/** One place for each seat and draft, so that nobody finds another's words. */
export const placeOf = (seat: string, draft: string): string => `huiyin.minutes.${seat}.${draft}`;

export function readKept(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Keeps a review. Answers false where the browser has no room or forbids it; the page then relies on the server alone. */
export function keep(place: string, kept: Kept): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export const forget = (place: string): void => localStorage.removeItem(place);
