import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** A published answer: what a clerk wrote for everybody, and nothing else of its matter. */
export type Published = {
  readonly id: Uuid;
  readonly question: string;
  readonly answer: string;
  readonly scheme: string | null;
  readonly category: string | null;
  readonly publishedAt: Date;
};

const COLUMNS = 'id, question, answer, scheme, category, published_at as "publishedAt"';
const find = {
  name: 'answer.find',
  text: `select ${COLUMNS} from find_published($1::tsquery, $2, $3, $4, $5)`,
};
const alike = {
  name: 'answer.alike',
  text: `select ${COLUMNS} from alike_published($1::tsquery, $2::tsquery, $3)`,
};

/** A gram as a tsquery has it. */
const quoted = (gram: string): string => `'${gram.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
/** So many pairs of a text are looked for, and a pair must have another so near to it. */
const MOST_PAIRS = 48;
const APART = 4;

export type AnswerQuery = {
  /** Pairs of what is looked for, and what must stand there word by word; empty: everything. */
  readonly grams: readonly string[];
  readonly fragment: string | null;
  readonly category: string | null;
  readonly before: Uuid | null;
  readonly most: number;
};

/** Published answers of the city, the newest first, that have all that is looked for. */
export const findPublished = (tx: Tx, { grams, fragment, category, before, most }: AnswerQuery): Promise<Published[]> =>
  tx.run<Published>(find, [grams.length ? grams.map(quoted).join(' & ') : null, fragment, category, before, most]);

/** Published answers that share pairs of characters with a text, two that stand close together at least. */
export async function findPublishedLike(tx: Tx, given: readonly string[], most: number): Promise<Published[]> {
  const grams = [...new Set(given)].slice(0, MOST_PAIRS).map(quoted);
  if (grams.length < 2) return [];
  const pairs = grams.slice(0, -1).map((gram, n) => `${gram} & (${grams.slice(n + 1, n + 1 + APART).join(' | ')})`);
  return tx.run<Published>(alike, [pairs.join(' | '), grams.join(' | '), most]);
}
