import { normalise } from '../../kernel/index.ts';

/** What may stand in a column that is a choice: the categories in use, and the ways by which something is raised, with the words for each. */
export type Choices = {
  /** Null where no mechanism of the city files what is raised. */
  readonly categories: readonly { readonly code: string; readonly zh: string; readonly en: string | null }[] | null;
  readonly channels: readonly Channel[];
};
export type Channel = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly also?: readonly string[];
};

/** What mechanisms call the way of a table, where they tell ways apart. */
export const SHEET_CHANNEL = 'sheet';

type Meant<T> = { readonly one: T } | { readonly several: readonly T[] } | { readonly near: readonly T[] };
const MOST_NEAR = 5;

const plain = (text: string): string => normalise(text).toLowerCase().replace(/\s+/gu, '');

/** The one category that is written there, by its code or its name; else those that are meant alike, or the nearest to it. Pure. */
export function categoryMeant<T extends NonNullable<Choices['categories']>[number]>(
  written: string,
  categories: readonly T[],
): Meant<T> {
  const word = plain(written);
  const called = categories.filter(({ code, zh, en }) => [code, zh, en ?? ''].some((name) => plain(name) === word));
  if (called.length === 1) return { one: called[0]! };
  if (called.length > 1) return { several: called.slice(0, MOST_NEAR) };
  const scored = categories.map((one) => ({
    one,
    score: Math.max(alike(word, plain(one.code)), alike(word, plain(one.zh))),
  }));
  const near = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return { near: (near.length ? near.map(({ one }) => one) : categories).slice(0, MOST_NEAR) };
}

/** The way that is written there: by a word of its own, or the only one in whose word it stands or whose word stands in it. Pure. */
export function channelMeant<T extends Channel>(written: string, channels: readonly T[]): Meant<T> {
  const word = plain(written);
  const words = ({ key, zh, en, also = [] }: T): string[] => [key, zh, en, ...also].map(plain);
  const called = channels.filter((one) => words(one).includes(word));
  const within = channels.filter((one) =>
    words(one).some((name) => word.length > 1 && name.length > 1 && (name.includes(word) || word.includes(name))),
  );
  const found = called.length ? called : within;
  return found.length === 1 ? { one: found[0]! } : { near: channels };
}

/** How much two words have in common: the signs that both have, counted once each, beside all that they have. */
function alike(one: string, other: string): number {
  const [a, b] = [new Set(one), new Set(other)];
  const both = [...a].filter((sign) => b.has(sign)).length;
  return both / (a.size + b.size - both || 1);
}
