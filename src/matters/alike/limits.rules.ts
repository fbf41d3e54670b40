/** So many characters of a text are compared with others, its first: what it is about stands there, and an index is asked for each. */
export const MOST_COMPARED = 600;
