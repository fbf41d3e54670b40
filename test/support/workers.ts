import { availableParallelism } from 'node:os';

/** The address of a server that the tests are to use instead of starting some. */
export const GIVEN = process.env['TEST_DATABASE_URL'];

/**
 * How many test files run at a time. Each has a PostgreSQL server to itself: what is settled in a database (its checkpoints, its news)
 * waits for the open transactions of the whole server, and so for those of any test beside it.
 */
export const WORKERS = GIVEN ? 1 : Math.min(4, availableParallelism());
