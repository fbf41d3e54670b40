import { findScheme } from '../directory/index.ts';
import { dayOf, type Uuid } from '../kernel/index.ts';
import { findAnswers, type Published } from '../matters/index.ts';
import { transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import type { AnswerPage, PublishedAnswer } from './contract.ts';

const PAGE = 20;

/** One page of what was answered and published, newest first: of all, of a category, or with a fragment in it. */
export const listAnswers = (
  pool: Pool,
  city: number,
  { q, category, before }: { readonly q: string; readonly category?: string; readonly before?: Uuid },
): Promise<AnswerPage> =>
  transact(pool, { city, system: true }, async (tx) => {
    const found = await findAnswers(tx, { q, category: category ?? null, before: before ?? null }, PAGE + 1);
    const rows = await shownAnswers(tx, city, found.slice(0, PAGE));
    return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null };
  });

/** Published answers as everybody is shown them: named field by field, so that nothing else can come along. */
export async function shownAnswers(tx: Tx, city: number, found: readonly Published[]): Promise<PublishedAnswer[]> {
  const tops = new Map<string, PublishedAnswer['category']>();
  for (const key of new Set(found.flatMap(({ scheme }) => scheme ?? []))) {
    const { categories = [] } = (await findScheme(tx, city, key)) ?? {};
    for (const { code, zh, en } of categories) tops.set(`${key}/${code}`, { zh, en });
  }
  return found.map(({ id, question, answer, scheme, category, publishedAt }) => ({
    id,
    question,
    answer,
    category: tops.get(`${scheme}/${category}`) ?? null,
    day: dayOf(publishedAt),
  }));
}
