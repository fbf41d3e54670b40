/** A text that may belong to a topic. The title may be empty; `sender` is whoever wrote it, empty where nobody says. */
export type Sent = { readonly title: string; readonly body: string; readonly sender: string };

/** What several texts are about. Texts are called by their numbers, 0 the first. */
export type Topic = {
  /** The words that tell it apart from all else, the best first, at most three. */
  readonly words: readonly string[];
  /** Its texts, in their order. */
  readonly texts: readonly number[];
  /** How many people wrote them: texts without a sender are each of somebody else. */
  readonly senders: number;
};

/** What stands out among texts. */
export type Topics = {
  /** How many there are, and how many without those that say word for word what another says. */
  readonly texts: number;
  readonly distinct: number;
  /** The texts that say nearly the same, in groups of two and more, the largest first. */
  readonly repeated: readonly (readonly number[])[];
  /** What they are about, what most people wrote of first. */
  readonly topics: readonly Topic[];
};
