-- Since when each seat of a circle is named: whoever sat there then is meant, and nobody whom an administrator seats there later. See ADR 342.

alter table circle add column since timestamptz[] not null default '{}';
-- Where circles were kept before, what stands in their acts.
update circle c set since = array(
  select (select max(a.at) from act a where a.city = c.city and a.stream = c.id and a.kind in ('open-circle', 'name-seat')
    and a.body::jsonb -> 'given' ->> 'seat' = s.seat::text)
  from unnest(c.seats) with ordinality as s (seat, n) order by s.n);
update entry e set state = (e.state::jsonb || jsonb_build_object('since', (
    select jsonb_agg(to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by n)
    from circle c, unnest(c.since) with ordinality as s (t, n) where c.city = e.city and c.id = e.id)))::text
  where e.noun = 'circle';
alter table circle add constraint circle_since check (cardinality(since) = cardinality(seats));
grant update (since) on circle to huiyin_app;
