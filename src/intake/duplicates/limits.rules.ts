/** So many open matters of a mechanism are looked through, the newest: some ten seconds of one processor. */
export const MOST_READ = 10_000;
/** So many matters of one group are looked at, its newest; the others come when these are joined. */
export const MOST_OF_GROUP = 20;
