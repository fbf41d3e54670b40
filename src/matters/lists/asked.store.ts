import { sql, type RawBuilder } from 'kysely';
import { FILTER_NAMES, FILTERS, type FiltersThat } from './filter.rules.ts';
import { columnsOf, daySpan, type Columns, type ListQuery } from './filter.store.ts';

type Walked = FiltersThat<{ by: 'walk' }>;
type Ask = (q: ListQuery, column: Columns) => readonly RawBuilder<unknown>[];

/** How each filter that only a walk answers is asked of one matter, whose columns `column` names. */
const ASKED = {
  part: partAndStance,
  stance: (q, column) => (q.part === undefined ? partAndStance(q, column) : []),
  // Whoever acted is where the keys come from, see `acted`.
  person: () => [],
  mechanism: (q, column) => [sql`${column('mechanism')} = ${q.mechanism}`],
  category: asFact,
  channel: (q, column) => (q.category === undefined ? asFact(q, column) : []),
  registeredFrom: (q, column) => [sql`${column('registered_at')} >= ${daySpan(q.registeredFrom, undefined).from}`],
  registeredTo: (q, column) => [sql`${column('registered_at')} < ${daySpan(undefined, q.registeredTo).until}`],
  // No index holds the moment of the last act: each act would have to write it.
  updatedFrom: (q, column) => [sql`${column('updated_at')} >= ${daySpan(q.updatedFrom, undefined).from}`],
  updatedTo: (q, column) => [sql`${column('updated_at')} < ${daySpan(undefined, q.updatedTo).until}`],
  confidential: (_, column) => [sql`${column('confidential')}`],
  paused: (_, column) => [sql`${column('paused')}`],
  listed: (_, column) => [sql`${column('listed')}`],
  green: (_, column) => [sql`${column('green')}`],
  raised: (_, column) => [sql`${column('raised_to')} is not null`],
  // Said twice over: only a count above none is what its index holds.
  bounced: (q, column) => [
    sql`${column('bounces')} > 0`,
    sql`${column('bounces')} >= ${q.bounced === 'yes' ? 1 : Number(q.bounced)}`,
  ],
  // Said twice over, as only the second proves the index of slips to be enough.
  color: (q, column) => [sql`${column('slip')} = ${q.color}`, sql`${column('slip')} is not null`],
} satisfies Record<Walked, Ask>;

const WALKED = FILTER_NAMES.filter((name): name is Walked => FILTERS[name].by === 'walk');

/** Whether the query asks for more than the lists' own indexes hold. */
export const isFiner = (q: ListQuery): boolean => WALKED.some((name) => q[name] !== undefined);

/** What the query asks besides what the lists' own indexes hold, of these filters or of all, on the table whose columns `of` names. */
export function asked(q: ListQuery, of: 'm' | 'c', names: readonly Walked[] = WALKED): RawBuilder<unknown>[] {
  const column = columnsOf(of);
  return names.flatMap((name) => (q[name] === undefined ? [] : ASKED[name](q, column)));
}

/** What it counts as now: the row of its facts that has no end, found by the matter. */
function asFact({ category, channel }: ListQuery, column: Columns): RawBuilder<unknown>[] {
  const where = [
    ...(category === undefined ? [] : [sql`f.category @> array[${category}]`]),
    ...(channel === undefined ? [] : [sql`f.channel = ${channel}`]),
  ];
  return [
    sql`(select true from matter_fact f where f.city = ${column('city')} and f.matter = ${column('id')} and f.until = 'infinity' and ${sql.join(where, sql` and `)} limit 1)`,
  ];
}

function partAndStance({ part, stance, units }: ListQuery, column: Columns): RawBuilder<unknown>[] {
  const where = [
    ...(part === undefined ? [] : [sql`s.part = ${part}`]),
    ...(stance === undefined ? [] : [sql`s.stance = ${stance}`]),
    // Asked of the matter's few parts: as a key it would be looked up once for each unit.
    ...(units ? [sql`(s.unit = any (${units}::uuid[])) is true`] : []),
  ];
  return [
    sql`(select true from assignment s where s.city = ${column('city')} and s.matter = ${column('id')} and ${sql.join(where, sql` and `)} limit 1)`,
  ];
}
