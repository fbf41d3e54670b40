import { transact, type Pool, type Tx } from '../../src/platform/postgres/index.ts';

type Who = Parameters<typeof transact>[1];

/**
 * How the server would do what some work sends, as text, one plan a statement; nothing of it runs, and each answers with nothing. Named
 * statements are planned without their values, as the server does from the sixth time on; what is written anew each time, with them. Sorting and
 * reading whole tables are dear, so that a small table shows what a large one would do.
 */
export async function plansOf(pool: Pool, who: Who, work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  await transact(pool, who, async (tx) => {
    await tx.run({ name: '', text: 'set local enable_seqscan = off' }, []);
    await tx.run({ name: '', text: 'set local enable_sort = off' }, []);
    const explain = async (text: string, values: readonly unknown[]): Promise<void> => {
      const rows = await tx.run<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${text}` }, values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    };
    Object.assign(tx.db.getExecutor(), {
      executeQuery: async (query: { sql: string; parameters: unknown[] }) => {
        await explain(query.sql, query.parameters);
        return { rows: [{}] };
      },
    });
    const run: Tx['run'] = async ({ text }) => {
      await explain(`(generic_plan) ${text}`, []);
      return [];
    };
    await work({ db: tx.db, run });
  });
  return plans;
}
