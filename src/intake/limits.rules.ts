/** The longest text read, in characters; the reader takes about a second for it, in which nobody else is served. */
export const TEXT_LIMIT = 1_000_000;
