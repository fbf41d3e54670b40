-- Who there is: units in a tree, and seats in them. A unit or seat that is no more is kept with the time of its end, as
-- acts refer to it; a unit that is renamed keeps its earlier name as an alias.

create table unit (
  city integer not null references city,
  id uuid not null,
  parent uuid,
  name text not null check (name <> ''),
  short_name text check (short_name <> ''),
  aliases text[] not null default '{}',
  kind text not null check (kind in ('government', 'office', 'department', 'county', 'town', 'company', 'other')),
  -- The order of protocol in which a city lists its units; equal ones by name.
  sort integer not null default 1000,
  retired_at timestamptz,
  primary key (city, id),
  foreign key (city, parent) references unit,
  check (parent <> id)
);
create unique index unit_name on unit (city, name) where retired_at is null;
create index unit_parent on unit (city, parent);

-- A new value whenever any unit of the city changes, so that a process may keep the few hundred units it has read and ask
-- one row whether they are still right. Unlike a count it never takes the same value in two databases.
create table unit_version (
  city integer not null references city,
  version uuid not null,
  primary key (city)
);
create function renew_unit_version() returns trigger security definer set search_path = public, pg_temp language plpgsql
  as $$
    begin
      insert into unit_version (city, version) select city, gen_random_uuid() from changed group by city
        on conflict (city) do update set version = excluded.version;
      return null;
    end
  $$;
create trigger unit_added after insert on unit referencing new table as changed
  for each statement execute function renew_unit_version();
create trigger unit_changed after update on unit referencing new table as changed
  for each statement execute function renew_unit_version();
create trigger unit_removed after delete on unit referencing old table as changed
  for each statement execute function renew_unit_version();

create table seat (
  city integer not null references city,
  id uuid not null,
  account uuid not null,
  unit uuid,
  role text not null check (role in ('supervisor', 'handler', 'head', 'mayor', 'administrator')),
  title text not null default '',
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  primary key (city, id),
  foreign key (city, account) references account,
  foreign key (city, unit) references unit,
  check (unit is not null or role not in ('handler', 'head'))
);
create index seat_account on seat (city, account, from_at);
create index seat_unit on seat (city, unit);

alter table unit enable row level security;
alter table unit_version enable row level security;
alter table seat enable row level security;
grant select on unit_version to huiyin_app;
grant select, insert on unit, seat to huiyin_app;
grant update (parent, name, short_name, aliases, kind, sort, retired_at) on unit to huiyin_app;
grant update (title, until_at) on seat to huiyin_app;

create policy unit_read on unit for select to huiyin_app using (city = (select app_city()));
create policy unit_add on unit for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy unit_change on unit for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy unit_version_read on unit_version for select to huiyin_app using (city = (select app_city()));
create policy seat_read on seat for select to huiyin_app using (city = (select app_city()));
create policy seat_add on seat for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy seat_change on seat for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));

-- Who somebody is on a seat, or on their first one: asked with every request before anybody is known, so it stands outside
-- the policies and is one statement. A seat counts while it is held and its account is not disabled.
create function find_caller(in_city integer, for_account uuid, on_seat uuid, now timestamptz)
  returns table (city integer, account uuid, seat uuid, role text, unit uuid, units uuid[], name text, title text)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    with recursive held as (
      select s.city, s.account, s.id as seat, s.role, s.unit, a.name, s.title
      from seat s join account a on a.city = s.city and a.id = s.account
      where s.city = in_city and s.account = for_account and (on_seat is null or s.id = on_seat)
        and s.from_at <= now and (s.until_at is null or s.until_at > now)
        and (a.disabled_at is null or a.disabled_at > now)
      order by s.from_at, s.id
      limit 1
    ), below (id) as (
      select unit from held where unit is not null
      union
      select u.id from unit u join below b on u.parent = b.id where u.city = in_city
    )
    select h.city, h.account, h.seat, h.role, h.unit, array(select id from below), h.name, h.title from held h
  $$;
-- The seats that an account may take, for the same reason.
create function find_seats(in_city integer, for_account uuid, now timestamptz)
  returns table (id uuid, role text, title text, unit uuid)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select s.id, s.role, s.title, s.unit from seat s
    where s.city = in_city and s.account = for_account and s.from_at <= now and (s.until_at is null or s.until_at > now)
    order by s.from_at, s.id
  $$;
revoke execute on function find_caller, find_seats from public;
grant execute on function find_caller, find_seats to huiyin_app;
