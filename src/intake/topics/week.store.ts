import type { Day, Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** A topic as it is kept: how many are known to have raised its matters, and these, the newest first. */
export type KeptTopic = {
  readonly words: readonly string[];
  readonly senders: number;
  readonly matters: readonly Uuid[];
};

/** A week as it was counted. */
export type KeptWeek = {
  readonly countedAt: Date;
  readonly registered: number;
  readonly read: number;
  readonly topics: readonly KeptTopic[];
};

/** What was counted of the week that begins with this Monday; null where nothing was. */
export async function findWeek(tx: Tx, city: number, week: Day): Promise<KeptWeek | null> {
  const row = await tx.db
    .selectFrom('hot_topics')
    .select(['counted_at', 'registered', 'read', 'topics'])
    .where('city', '=', city)
    .where('week', '=', week)
    .executeTakeFirst();
  return row
    ? {
        countedAt: row.counted_at,
        registered: row.registered,
        read: row.read,
        topics: row.topics as unknown as KeptTopic[],
      }
    : null;
}

/** Keeps what was counted, in place of what was before. */
export async function keepWeek(tx: Tx, city: number, week: Day, kept: KeptWeek): Promise<void> {
  const counted = {
    counted_at: kept.countedAt,
    registered: kept.registered,
    read: kept.read,
    topics: JSON.stringify(kept.topics),
  };
  await tx.db
    .insertInto('hot_topics')
    .values({ city, week, ...counted })
    .onConflict((conflict) => conflict.columns(['city', 'week']).doUpdateSet(counted))
    .execute();
}
