/** The most that a sum of money may be, in fen: ten billion yuan. */
export const MOST_FEN = 1_000_000_000_000;
