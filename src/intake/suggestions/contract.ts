/** A text whose category is known: a closed matter, or a row of a table. The title may be empty. */
export type Labelled = { readonly title: string; readonly body: string; readonly category: string };

/** A category that a text may have, and how probable that is (0–1); the categories of one text sum to 1. */
export type Likely = { readonly category: string; readonly sure: number };

/** How one category fared. `support` is the number of texts that truly have it; the others are parts of one. */
export type ClassScore = {
  readonly category: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
};

/** Of `count` suggestions that were said with a sureness in [`from`, `to`): the mean of what was said, and what part was right. */
export type Calibration = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly said: number;
  readonly right: number;
};

/** What a text is suggested to be, and why. */
export type Suggestion = {
  /** Every category, the likeliest first; empty where nothing of the text was ever seen. */
  readonly likely: readonly Likely[];
  /** The likeliest, where it is sure enough to be said to a person; else null: an unsure guess is no help. */
  readonly said: Likely | null;
  /** The words of the text that spoke most for the likeliest rather than the next. */
  readonly words: readonly string[];
  /** The most alike of the texts that were learned from and had the likeliest category: which one (0 the first), and how alike. */
  readonly alike: readonly { readonly source: number; readonly alike: number }[];
};
