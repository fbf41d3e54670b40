import type { Uuid } from '../../kernel/index.ts';
import { bigrams } from '../../kernel/index.ts';
import { disputed } from './disputed.rules.ts';
import type { MatterState } from './state.rules.ts';
import { searchable } from './words.rules.ts';

/** What everybody may read of a matter, and the uppermost category that it is found under. `id`: the act that published it. */
export type PublishedRow = {
  id: Uuid;
  question: string;
  answer: string;
  scheme: string | null;
  category: string | null;
  publishedAt: string;
};

/**
 * The answer that is published, while it stands: not of what has become confidential, nor of what is disputed or worked on
 * again.
 */
export function publishedRow(state: MatterState): PublishedRow | null {
  const { published, confidential, phase, category } = state;
  if (!published || confidential || phase !== 'closed' || disputed(state)) return null;
  const { act: id, at: publishedAt, question, answer } = published;
  return { id, question, answer, scheme: category?.scheme ?? null, category: category?.way[0] ?? null, publishedAt };
}

/** The words by which a published answer is found, and their pairs, as those of a matter are. */
export const publishedWords = ({ question, answer }: PublishedRow): { words: string; grams: string[] } => ({
  words: [question, answer].map(searchable).join(' '),
  grams: [...new Set(bigrams(`${question} ${answer}`))],
});
