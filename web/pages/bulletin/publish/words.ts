/** What the supervisor writes around the figures. */
export type Words = { title: string; opening: string; closing: string };

/** Kept on this machine until published: the words that were changed, and the bulletin's own name, made once. */
export type KeptBulletin = { id: string; words: Partial<Words> };

const key = (seat: string, round: string) => `huiyin.bulletin.${seat}.${round}`;

export function readKept(seat: string, round: string): KeptBulletin | null {
  try {
    return JSON.parse(localStorage.getItem(key(seat, round)) ?? 'null') as KeptBulletin | null;
  } catch {
    return null;
  }
}

export const keep = (seat: string, round: string, kept: KeptBulletin): void =>
  localStorage.setItem(key(seat, round), JSON.stringify(kept));

export const forget = (seat: string, round: string): void => localStorage.removeItem(key(seat, round));
