import type { Problem, Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** How long it is kept what was refused: as long as somebody may ask why; and how many of it of one source, the newest. */
const KEPT_DAYS = 30;
const KEPT = 200;

const note = {
  name: 'refused.note',
  text: `with swept as (delete from refused_request where city = $1 and source = $2 and (external, code) <> ($3, $4)
        and (at < $6::timestamptz - make_interval(days => ${KEPT_DAYS})
          or (external, code) not in (select external, code from refused_request
            where city = $1 and source = $2 order by at desc limit ${KEPT})))
    insert into refused_request (city, source, external, code, problem, at) values ($1, $2, $3, $4, $5, $6)
    on conflict (city, source, external, code)
    do update set problem = excluded.problem, times = refused_request.times + 1, at = excluded.at`,
};

/** Notes that a request was refused; tried again it is one with a higher count. Sweeps what is older than a month, and of many the oldest. */
export async function noteRefused(
  tx: Tx,
  city: number,
  source: Uuid,
  external: string,
  problem: Problem,
  now: Date,
): Promise<void> {
  await tx.run(note, [city, source, external, problem.code, JSON.stringify(problem), now]);
}

export type RefusedRequest = { external: string; problem: Problem; times: number; at: Date };
const refused = {
  name: 'refused.latest',
  text: `select external, problem, times, at from refused_request
    where city = $1 and source = $2 order by at desc, external desc limit $3`,
};

/** What was refused last, newest first. */
export const listRefused = (tx: Tx, city: number, source: Uuid, limit: number): Promise<RefusedRequest[]> =>
  tx.run<RefusedRequest>(refused, [city, source, limit]);

export type HandedOn = { external: string; matter: Uuid; at: Date };
const taken = {
  name: 'taken.before',
  text: `select external, matter, at from taken_request
    where city = $1 and source = $2 and (at, external) < ($3, $4) order by at desc, external desc limit $5`,
};

/** What was handed over before a moment and a number, newest first. */
export const listTakenBefore = (
  tx: Tx,
  city: number,
  source: Uuid,
  before: { at: Date; external: string },
  limit: number,
): Promise<HandedOn[]> => tx.run<HandedOn>(taken, [city, source, before.at, before.external, limit]);

const counts = {
  name: 'taken.counts',
  text: `select s.id as source, t.last, t.n, r.refused from source s, lateral (
      select max(at) as last, count(*) filter (where at >= $2)::int as n from taken_request t
      where t.city = s.city and t.source = s.id) t, lateral (
      select coalesce(sum(times), 0)::int as refused from refused_request r
      where r.city = s.city and r.source = s.id and r.at >= $2) r
    where s.city = $1`,
};

/** Of each source when it last handed something over, how much since that moment, and how often it was refused. */
export async function countTaken(
  tx: Tx,
  city: number,
  since: Date,
): Promise<Map<Uuid, { last: Date | null; n: number; refused: number }>> {
  const rows = await tx.run<{ source: Uuid; last: Date | null; n: number; refused: number }>(counts, [city, since]);
  return new Map(rows.map(({ source, ...count }) => [source, count]));
}
