-- What the ledger is filtered by besides: each of these is asked for alone or with others, and none may read a million rows.
-- Three more of the state's own as columns, and the moment of registration, which orders lists of a span of it.

alter table matter
  add column confidential boolean not null default false,
  add column paused boolean not null default false,
  add column bounces integer not null default 0,
  add column registered_at timestamptz;
update matter m set confidential = s.confidential, paused = s.paused, bounces = s.bounces, registered_at = s.registered_at
  from (select city, id, (o ->> 'confidential')::boolean as confidential, (o ->> 'paused')::boolean as paused,
      (o -> 'counts' ->> 'bounces')::integer as bounces, (o ->> 'registeredAt')::timestamptz as registered_at
    from (select city, id, state::json as o from matter) parsed) s
  where s.city = m.city and s.id = m.id;
alter table matter alter column registered_at set not null;

-- Partial where few matters are so: most acts touch none of these.
create index matter_confidential on matter (city, id) where confidential;
create index matter_paused on matter (city, id) where paused;
create index matter_bounced on matter (city, id) where bounces > 0;
create index matter_registered on matter (city, registered_at, id);
create index matter_mechanism on matter (city, mechanism, id);

-- Which matters somebody acted on.
create index act_seat on act (city, seat, stream) where seat is not null;

-- The newest matters older than `before` on which one of these seats acted. Under the policies of acts each row would be
-- asked about; so the ids are found here, past them, and the policy of matters decides afterwards, as for a search.
create function acted_matters(of_seats uuid[], before uuid, most integer)
  returns setof uuid stable security definer set search_path = public, pg_temp language sql
  as $$
    select distinct near.stream
    from unnest(of_seats) as own (seat)
    cross join lateral (select distinct a.stream from act a
      where a.city = app_city() and a.seat = own.seat and a.stream < before order by a.stream desc limit most) near
    order by near.stream desc limit most
  $$;
revoke execute on function acted_matters from public;
grant execute on function acted_matters to huiyin_app;
