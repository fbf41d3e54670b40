import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { About } from './lessons.rules.ts';

/** What was suggested for a matter as it stood after its act `seq`; `label` is null where that was not sure enough to be said. */
export type Said = {
  readonly matter: Uuid;
  readonly about: About;
  readonly seq: number;
  readonly label: string | null;
  readonly at: Date;
};

const keep = {
  name: 'suggestion.keep-said',
  text: `insert into suggestion_said (city, matter, about, seq, label, said_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (city, matter, about, seq) do update set label = excluded.label, said_at = excluded.said_at`,
};

/** Keeps what is suggested; asked for again before anything else has happened, the last counts. */
export async function keepSaid(tx: Tx, city: number, { matter, about, seq, label, at }: Said): Promise<void> {
  await tx.run(keep, [city, matter, about, seq, label, at]);
}

const forget = { name: 'suggestion.forget-said', text: 'delete from suggestion_said where city = $1 and said_at < $2' };

/** Forgets what was suggested before that. */
export async function forgetSaid(tx: Tx, city: number, before: Date): Promise<void> {
  await tx.run(forget, [city, before]);
}

/** How it went: decisions that a suggestion went before, how many of these were the same, and those before which nothing could be said. */
export type Fared = { mechanism: string; about: About; said: number; right: number; silent: number };

// Of what was suggested before one and the same decision the last counts: what stood there when it was made.
const record = {
  name: 'suggestion.record',
  text: `select mechanism, about, (count(*) filter (where label is not null))::integer as said,
      (count(*) filter (where label = decided))::integer as right, (count(*) filter (where label is null))::integer as silent
    from (select distinct on (s.matter, s.about, a.seq) m.mechanism, s.about, s.label,
        a.body::json -> 'payload' -> 'given' ->> case s.about when 'category' then 'category' else 'lead' end as decided
      from suggestion_said s
        join matter m on m.city = s.city and m.id = s.matter
        cross join lateral (select seq, body from act
          where act.city = s.city and act.stream = s.matter and act.seq > s.seq
            and act.kind = case s.about when 'category' then 'classify' else 'assign' end
          order by act.seq limit 1) a
      where s.city = $1 and s.said_at >= $2
      order by s.matter, s.about, a.seq, s.seq desc) decision
    group by mechanism, about order by mechanism, about`,
};

/** How often people decided what was suggested since then, by mechanism. Reads every matter: as the system. */
export const findRecord = (tx: Tx, city: number, since: Date): Promise<Fared[]> => tx.run(record, [city, since]);
