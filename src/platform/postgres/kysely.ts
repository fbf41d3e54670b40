import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Schema } from './schema.generated.ts';

type Execute = (text: string, values: readonly unknown[]) => Promise<{ rows: unknown[]; rowCount: number | null }>;

/** Kysely over one statement executor: it neither opens nor ends transactions; {@link transact} does. */
export function kyselyOver(execute: Execute): Kysely<Schema> {
  const driver = new BoundDriver(execute);
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

class BoundDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(execute: Execute) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await execute(query.sql, query.parameters);
        const rows = result.rows as R[];
        return result.rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount) };
      },
      // oxlint-disable-next-line require-yield -- refuses: a cursor cannot share a pipelined connection
      async *streamQuery() {
        throw new Error('a transaction does not stream; page by key instead');
      },
    };
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('this is inside a transaction already; transact() opens and ends it');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
