-- 0342 looked for the seats of circles where acts of the register do not keep them, and left no moment since when they are named: nobody held
-- any more. Found again where they stand; what has a moment keeps it.

update circle c set since = array(
    select coalesce(s.since, (select max(a.at) from act a where a.city = c.city and a.stream = c.id
      and a.kind in ('open-circle', 'name-seat') and a.body::jsonb #>> '{payload,given,seat}' = s.seat::text))
    from unnest(c.seats, c.since) with ordinality as s (seat, since, n) order by s.n)
  where array_position(c.since, null) is not null;
update entry e set state = (e.state::jsonb || jsonb_build_object('since', (
    select coalesce(jsonb_agg(to_char(s.t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by s.n), '[]')
    from circle c, unnest(c.since) with ordinality as s (t, n) where c.city = e.city and c.id = e.id)))::text
  where e.noun = 'circle' and (e.state::jsonb -> 'since') @> '[null]';
