import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';

/** What is being typed after an `@`, and where that stands. */
export type Asked = { start: number; q: string };

/** Longer than any name: what follows is a sentence. */
const MOST = 12;

/** The name that is being typed before the caret, if one is; the `@` of a mail address asks for nobody. */
export function askedAt(text: string, caret: number): Asked | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || /[\w.]/u.test(before[start - 1] ?? '')) return null;
  const q = before.slice(start + 1);
  return q.length > MOST || /[\s，。；：、,;:]/u.test(q) ? null : { start, q };
}

/** The text with a name in the place of what was typed for it, and where the caret stands then. */
export function withName(text: string, { start, q }: Asked, name: string): { text: string; caret: number } {
  const called = `@${name} `;
  const rest = text.slice(start + 1 + q.length).replace(/^ /u, '');
  return { text: text.slice(0, start) + called + rest, caret: start + called.length };
}

/** A name as a pattern that means nothing but itself. */
const literally = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** A text in pieces, those that call somebody with their name; of two names the longer is meant. */
export function piecesOf(text: string, names: readonly string[]): { text: string; name?: string }[] {
  if (!names.length) return [{ text }];
  const longest = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  const called = new RegExp(`@(${longest.map(literally).join('|')})`, 'u');
  return text
    .split(called)
    .map((piece, i) => (i % 2 ? { text: `@${piece}`, name: piece } : { text: piece }))
    .filter((piece) => piece.text !== '');
}

/** Those chosen whose name still stands in the text; of two who are called alike, as many as are called, the last chosen. */
export function standing(chosen: readonly NamedSeat[], text: string): NamedSeat[] {
  const left = new Map<string, number>();
  for (const { name } of piecesOf(
    text,
    chosen.map((one) => one.name),
  ))
    if (name !== undefined) left.set(name, (left.get(name) ?? 0) + 1);
  const kept = chosen.toReversed().filter(({ name, seat }, i, all) => {
    if (all.findIndex((one) => one.seat === seat) !== i) return false;
    const n = left.get(name) ?? 0;
    left.set(name, n - 1);
    return n > 0;
  });
  return kept.toReversed();
}
