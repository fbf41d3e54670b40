import { dropDraft } from '../acts/drafts.ts';

/** Where pages keep what was typed and not sent, each place followed by the seat: forms, minutes under review, bulletins. */
const PLACES = ['huiyin.draft.', 'huiyin.minutes.', 'huiyin.bulletin.'] as const;
const DRAFT = PLACES[0];
/** Who sat on each seat when it was last used on this machine. */
const SITTERS = 'huiyin.sitters';

const of = (seats: readonly string[]): string[] =>
  Object.keys(localStorage).filter((key) =>
    PLACES.some((place) => seats.some((seat) => key.startsWith(`${place}${seat}.`))),
  );

/**
 * How many texts of these seats lie on this machine and nowhere else. What was opened and left empty is none. `withPhotos`: drafts in
 * which photographs were chosen.
 */
export const countUnsent = (seats: readonly string[], withPhotos: readonly string[] = []): number =>
  new Set([...of(seats).filter((key) => holdsWords(read(key))), ...withPhotos.map((draft) => `${DRAFT}${draft}`)]).size;

/** Removes what these seats have typed on this machine. */
export function forgetUnsent(seats: readonly string[]): void {
  for (const key of of(seats))
    if (key.startsWith(DRAFT)) dropDraft(key.slice(DRAFT.length));
    else localStorage.removeItem(key);
}

/**
 * Notes who sits on these seats now. What somebody else typed on one of them, before it was handed over, is removed: drafts are kept
 * by seat, and nobody is to find another's words.
 */
export function keepOwnUnsent({ account, seats }: { account: string; seats: readonly string[] }): void {
  const before = sitters();
  const passed = seats.filter((seat) => before[seat] !== undefined && before[seat] !== account);
  forgetUnsent(passed);
  if (seats.every((seat) => before[seat] === account)) return;
  try {
    localStorage.setItem(
      SITTERS,
      JSON.stringify({ ...before, ...Object.fromEntries(seats.map((seat) => [seat, account])) }),
    );
  } catch {
    // Where nothing can be kept there are no drafts either.
  }
}

const sitters = (): Record<string, string> => {
  const kept = read(SITTERS);
  return kept && typeof kept === 'object' ? (kept as Record<string, string>) : {};
};

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Whether anything in it was written: a word, a row, a choice. Names and times that the page gave itself are no words. */
function holdsWords(kept: unknown): boolean {
  if (!kept || typeof kept !== 'object') return false;
  const { at: _at, id: _id, sent: _sent, version: _version, ...written } = kept as Record<string, unknown>;
  return Object.values(written).some(isWorth);
}

const isWorth = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (value && typeof value === 'object') return Object.values(value).some(isWorth);
  return typeof value === 'string' ? value.trim() !== '' : Boolean(value);
};
