import { rowsOf, vocabularyOf } from '../suggestions/sparse.rules.ts';
import { partsOf } from '../suggestions/train.rules.ts';
import type { Sent, Topic, Topics } from './contract.ts';
import { groupsOf } from './groups.rules.ts';
import { linksOf } from './links.rules.ts';
import { merged } from './merge.rules.ts';
import { phrasesOf, tellingPhrases } from './phrases.rules.ts';

/** How alike clusters must be, in the mean over all their pairs, to be one topic. Chosen as docs/adr/0130 says. */
const ALIKE_ENOUGH = 0.11;
/** A term of a single text too: it tells how much of a text is not in common with any other. */
const FEWEST = 1;
/** What fewer people wrote of is no topic. */
const FEWEST_SENDERS = 3;

/**
 * What stands out among texts: which say nearly the same, and what most are about. What says nearly the same is one text to the
 * clustering, so that copies draw nothing to them. The same texts have the same topics, in whatever order they come.
 */
export function topicsOf(given: readonly Sent[]): Topics {
  // Everything is worked out in one order, so that not even a rounding depends on the other.
  const order = given
    .map((text, place) => ({ text, place }))
    .toSorted((a, b) => compare(a.text, b.text) || a.place - b.place);
  const placed = (texts: readonly number[]): number[] => texts.map((n) => order[n]!.place).toSorted((a, b) => a - b);
  const sent = order.map(({ text }) => text);

  const groups = groupsOf(sent.map(({ title, body }) => body || title));
  const parts = groups.map(([first]) => partsOf(sent[first]!));
  const vocabulary = vocabularyOf(parts, FEWEST);
  const clusters = merged(linksOf(rowsOf(parts, vocabulary), vocabulary.names.length), ALIKE_ENOUGH);
  const phrases = phrasesOf(sent.map(({ title, body }) => title || body));
  return {
    texts: sent.length,
    distinct: new Set(sent.map(({ body }) => body)).size,
    repeated: groups
      .filter((group) => group.length > 1)
      .map(placed)
      .toSorted((a, b) => b.length - a.length || a[0]! - b[0]!),
    topics: clusters
      .map((cluster) => cluster.map((group) => groups[group]!))
      .map((said) => ({ said, texts: said.flat(), senders: sendersOf(sent, said.flat()) }))
      .filter(({ senders }) => senders >= FEWEST_SENDERS)
      .map(({ said, texts, senders }): Topic => ({
        words: tellingPhrases(phrases, said),
        texts: placed(texts),
        senders,
      }))
      .filter(({ words }) => words.length > 0)
      .toSorted((a, b) => b.senders - a.senders || b.texts.length - a.texts.length || inOrder(named(a), named(b))),
  };
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const compare = (a: Sent, b: Sent): number =>
  inOrder(a.body, b.body) || inOrder(a.title, b.title) || inOrder(a.sender, b.sender);
const named = ({ words }: Topic): string => words.join(' ');

function sendersOf(sent: readonly Sent[], texts: readonly number[]): number {
  const known = texts.map((text) => sent[text]!.sender).filter((sender) => sender !== '');
  return new Set(known).size + texts.length - known.length;
}
