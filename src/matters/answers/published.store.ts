import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { publishedWords, type PublishedRow } from '../life/published.rules.ts';

const put = {
  name: 'answer.put',
  text: `insert into published_answer (city, matter, id, question, answer, scheme, category, published_at, words, grams)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, array_to_tsvector($10::text[]))
    on conflict (city, matter) do update set id = excluded.id, question = excluded.question, answer = excluded.answer,
      scheme = excluded.scheme, category = excluded.category, published_at = excluded.published_at, words = excluded.words,
      grams = excluded.grams`,
};
const remove = { name: 'answer.remove', text: 'delete from published_answer where city = $1 and matter = $2' };

/** Writes what everybody may read of a matter, or takes it away; nothing where it is as it was. */
export async function writePublished(
  tx: Tx,
  city: number,
  matter: Uuid,
  next: PublishedRow | null,
  before: PublishedRow | null,
): Promise<void> {
  if (samePublished(next, before)) return;
  if (!next) {
    await tx.run(remove, [city, matter]);
    return;
  }
  const { id, question, answer, scheme, category, publishedAt } = next;
  const { words, grams } = publishedWords(next);
  await tx.run(put, [city, matter, id, question, answer, scheme, category, publishedAt, words, grams]);
}

/** Whether two are the same to whoever reads them, and to whoever looks for them. */
const samePublished = (one: PublishedRow | null, other: PublishedRow | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.id === other.id &&
    one.question === other.question &&
    one.answer === other.answer &&
    one.scheme === other.scheme &&
    one.category === other.category &&
    one.publishedAt === other.publishedAt);
