-- Matters that named seats alone may read: not overseers, not administrators, not the program's own jobs as far as their words go.
-- Who is named are the matter's helpers. See ADR 281.

alter table matter add column sealed boolean not null default false;
create index matter_sealed on matter (city, id) where sealed;

-- The key of each sealed matter, once for each who is named and whoever raised it, wrapped for them.
create table sealed_key (
  city integer not null references city,
  matter uuid not null,
  -- A seat, or an originator.
  seat uuid not null,
  wrapped text not null check (wrapped <> ''),
  primary key (city, matter, seat)
);
alter table sealed_key enable row level security;
grant select on sealed_key to huiyin_app;
-- Nobody finds another's, the program itself included: it writes them by these two and reads none.
create policy sealed_key_own on sealed_key for select to huiyin_app
  using (city = (select app_city()) and seat = (select app_seat()));
create function put_sealed_keys(of uuid, seats uuid[], keys text[]) returns void
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() <> 'system' then
        raise exception 'keys of sealed matters are written by the program' using errcode = '42501';
      end if;
      insert into sealed_key (city, matter, seat, wrapped)
        select app_city(), of, r.seat, r.wrapped from unnest(seats, keys) as r (seat, wrapped)
        on conflict (city, matter, seat) do update set wrapped = excluded.wrapped;
    end
  $$;
create function drop_sealed_key(of uuid, from_seat uuid) returns void
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      if app_role() <> 'system' then
        raise exception 'keys of sealed matters are taken by the program' using errcode = '42501';
      end if;
      delete from sealed_key where city = app_city() and matter = of and seat = from_seat;
    end
  $$;
revoke execute on function put_sealed_keys, drop_sealed_key from public;
grant execute on function put_sealed_keys, drop_sealed_key to huiyin_app;
-- Administrators keep secrets of the city for contacts; that which wraps keys is no affair of theirs.
create policy city_secret_sealing on city_secret as restrictive to huiyin_app
  using (purpose <> 'seal' or (select app_role()) = 'system');

-- Who is named for the matters of a mechanism, written from the register.
create table circle (
  city integer not null references city,
  id uuid not null,
  mechanism text not null,
  seats uuid[] not null,
  primary key (city, id),
  unique (city, mechanism)
);
alter table circle enable row level security;
grant select, insert on circle to huiyin_app;
grant update (seats) on circle to huiyin_app;
create policy circle_read on circle for select to huiyin_app
  using (city = (select app_city()) and ((select app_role()) in ('administrator', 'system') or (select app_seat()) = any (seats)));
create policy circle_add on circle for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy circle_change on circle for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- The sealed matters that this caller is not named for. One look-up a statement, whatever that reads; the program's jobs see all the rows,
-- in which no words are.
create function hidden_matters() returns uuid[]
  stable parallel safe security definer set search_path = public, pg_temp language sql
  as $$
    select coalesce(array_agg(m.id), '{}') from matter m
    where m.city = app_city() and m.sealed and app_role() <> 'system'
      and not (app_role() <> 'originator' and app_seat() = any (m.helpers))
      and not (app_role() = 'originator' and app_seat() = any (m.originators))
  $$;
revoke execute on function hidden_matters from public;
grant execute on function hidden_matters to huiyin_app;

create policy matter_unsealed on matter as restrictive for select to huiyin_app
  using (id <> all ((select hidden_matters())::uuid[]));
create policy assignment_unsealed on assignment as restrictive for select to huiyin_app
  using (matter <> all ((select hidden_matters())::uuid[]));
create policy clock_unsealed on clock as restrictive for select to huiyin_app
  using (matter <> all ((select hidden_matters())::uuid[]));
create policy matter_words_unsealed on matter_words as restrictive for select to huiyin_app
  using (matter <> all ((select hidden_matters())::uuid[]));
create policy attachment_unsealed on attachment as restrictive for select to huiyin_app
  using (matter <> all ((select hidden_matters())::uuid[]));
create policy act_unsealed on act as restrictive for select to huiyin_app
  using (stream <> all ((select hidden_matters())::uuid[]));
create policy notice_unsealed on notice as restrictive for select to huiyin_app
  using (matter is null or matter <> all ((select hidden_matters())::uuid[]));
create policy matter_read_unsealed on matter_read as restrictive for select to huiyin_app
  using (matter <> all ((select hidden_matters())::uuid[]));
create policy contact_shown_unsealed on contact_shown as restrictive for select to huiyin_app
  using (matter is null or matter <> all ((select hidden_matters())::uuid[]));
