import { searchColleagues } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { helperKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findMatter } from '../matter.store.ts';
import { getMechanism } from '../mechanisms/mechanism.store.ts';
import type { HelperList } from './helper.contract.ts';

const MOST = 30;
/** Before a letter is typed so many of each kind, so that one of which there are many hides no other. */
const OF_A_KIND = 5;

/**
 * Who may be asked to help with a matter, by a few letters: those of a kind that its mechanism names before everybody else, each kind together.
 * Without letters those alone. Whoever helps already is left out, and the caller. Refuses a matter that is not there or not to be read (404, the same for both).
 */
export async function offerHelpers(tx: Tx, caller: Caller, matter: Uuid, q: string, now: Date): Promise<HelperList> {
  const held = await findMatter(tx, caller.city, matter);
  if (!held) return refuse('matter.not-found', { id: matter }, { status: 404 });
  const { state } = held;
  const mechanism = await getMechanism(tx, caller.city, state.mechanism, state.version);
  const typed = q.trim().toLowerCase();
  const there = new Set([caller.seat, ...state.helpers.map(({ seat }) => seat)]);
  const [all, fitting] = await Promise.all([
    searchColleagues(tx, caller.city, '', now),
    typed ? searchColleagues(tx, caller.city, typed, now) : [],
  ]);
  const fits = new Map(fitting.map(({ seat, fit }) => [seat, fit]));
  const called = (words: readonly string[]): boolean => words.some((word) => word.toLowerCase().includes(typed));
  const found = all.flatMap((one) => {
    const kind = there.has(one.seat) ? undefined : helperKind(mechanism, one.title);
    if (kind === undefined) return [];
    const byWord = called([one.title, ...(kind?.words ?? [])]);
    const shown = typed ? fits.has(one.seat) || byWord : kind !== null;
    return shown ? [{ one, kind: kind?.name ?? null, fit: fits.get(one.seat) ?? BY_WORD }] : [];
  });
  const kinds = Object.values(mechanism.acts.help?.kinds ?? {}).map(({ zh }) => zh);
  const place = (kind: { zh: string } | null): number => (kind ? kinds.indexOf(kind.zh) : kinds.length);
  const sorted = found.toSorted((a, b) => place(a.kind) - place(b.kind) || a.fit - b.fit);
  const few = [...Map.groupBy(sorted, ({ kind }) => kind?.zh).values()].flatMap((alike) => alike.slice(0, OF_A_KIND));
  return {
    rows: (typed ? sorted : few)
      .slice(0, MOST)
      .map(({ one: { seat, name, unit, title }, kind }) => ({ seat, name, unit, title, kind })),
  };
}
/** By a title one fits less well than by name or unit. */
const BY_WORD = 6;
