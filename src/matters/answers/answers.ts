import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { resemblance } from '../alike/alike.rules.ts';
import { MOST_COMPARED } from '../alike/limits.rules.ts';
import { gramsOf, searchable } from '../life/words.rules.ts';
import { findPublished, findPublishedLike, type Published } from './answer.store.ts';

export type { Published };

/** How many are compared with a text that somebody writes. */
const COMPARED = 40;

/** One page of what was answered and published, newest first: all, of a category, or what has a fragment in it. */
export function findAnswers(
  tx: Tx,
  given: { readonly q: string; readonly category: string | null; readonly before: Uuid | null },
  most: number,
): Promise<Published[]> {
  const fragment = searchable(given.q);
  return findPublished(tx, { ...given, grams: gramsOf(given.q), fragment: fragment || null, most });
}

/** What was answered already and is like a text, the most alike first. */
export async function findAnswersLike(tx: Tx, given: string, most: number): Promise<Published[]> {
  const text = given.slice(0, MOST_COMPARED);
  const found = await findPublishedLike(tx, gramsOf(text), COMPARED);
  return found
    .flatMap((one) => {
      const like = resemblance(text, one.question.slice(0, MOST_COMPARED));
      return like ? [{ one, alike: like.alike }] : [];
    })
    .toSorted((a, b) => b.alike - a.alike || (a.one.id < b.one.id ? 1 : -1))
    .slice(0, most)
    .map(({ one }) => one);
}
