import type { LiveNews } from '../../src/platform/live/contract.ts';
import { makeListeners } from '../frame/listeners.ts';

/** What this page did itself, as `matter seq`: that it moved a matter is no news here. */
const acted = new Set<string>();
const listeners = makeListeners();
const MOST = 2_000;

/** This page did the act `seq` of a matter: its lists may change at once, under whatever cursor. */
export function actedHere(matter: string, seq: number): void {
  if (acted.size >= MOST) acted.clear();
  acted.add(`${matter} ${seq}`);
  listeners.tell();
}

export const onActedHere = listeners.subscribe;

/** The news without what this page did; null when nothing else is in it. */
export function withoutOwn(news: LiveNews): LiveNews | null {
  const moved = news.moved.filter((one) => !acted.has(`${one.id} ${one.seq}`));
  if (news.moved.length > 0 && moved.length === 0) return null;
  return { ...news, moved };
}
