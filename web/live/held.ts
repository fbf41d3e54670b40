/** How a list knows its rows. */
export type Known<T> = {
  readonly key: (row: T) => string;
  /** Another one: the row has moved. */
  readonly version: (row: T) => number | string;
  /** Where the row stands by what it says (e.g. a board's column): a row that would stand elsewhere waits as it was. */
  readonly place?: (row: T) => string;
};

/** What a held list says: rows in the order in which they stood, what they say now, and how much waits to be shown. */
export type Held<T> = { readonly rows: readonly T[]; readonly gone: ReadonlySet<string>; readonly waiting: number };

const NONE: ReadonlySet<string> = new Set();

/**
 * A list under somebody's cursor: every row stays where it is and says what is true now. Rows that have come, gone or found
 * another place wait, and are counted.
 */
export function hold<T>(shown: readonly T[], now: readonly T[], { key, place }: Known<T>): Held<T> {
  if (shown === now) return { rows: shown, gone: NONE, waiting: 0 };
  const fresh = new Map(now.map((row) => [key(row), row]));
  const before = new Set(shown.map(key));
  const gone = new Set([...before].filter((one) => !fresh.has(one)));
  const came = now.filter((row) => !before.has(key(row))).length;
  const stayed = shown.map(key).filter((one) => fresh.has(one));
  const order = now.map(key).filter((one) => before.has(one));
  const displaced = stayed.length - longestKept(stayed, order);
  let elsewhere = 0;
  const rows = shown.map((row) => {
    const next = fresh.get(key(row));
    if (!next) return row;
    if (!place || place(next) === place(row)) return next;
    elsewhere++;
    return row;
  });
  return { rows, gone, waiting: came + gone.size + displaced + elsewhere };
}

/** The rows that have come or moved since they were shown. */
export function marked<T>(shown: readonly T[], now: readonly T[], { key, version }: Known<T>): string[] {
  const before = new Map(shown.map((row) => [key(row), version(row)]));
  return now.filter((row) => before.get(key(row)) !== version(row)).map(key);
}

/** How many rows may stay where they are when the one order becomes the other: the longest rising run of places. */
function longestKept(from: readonly string[], to: readonly string[]): number {
  const place = new Map(to.map((one, i) => [one, i]));
  const ends: number[] = [];
  for (const one of from) {
    const at = place.get(one)!;
    ends[firstNotBelow(ends, at)] = at;
  }
  return ends.length;
}

/** Where in a rising list the first number stands that is not below `least`; its length where there is none. */
function firstNotBelow(rising: readonly number[], least: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rising[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
