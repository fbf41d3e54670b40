-- Open matters that say nearly the same and are not joined: groups of a mechanism, as they were found last. Derived, and found anew at any
-- time (src/intake/duplicates). They name confidential matters too, so that only those read them who read all.
create table duplicate_search (
  city integer not null references city,
  mechanism text not null,
  found_at timestamptz not null,
  -- Of how many open matters, the newest, the groups are; and whether these were all.
  read integer not null check (read >= 0),
  whole boolean not null,
  primary key (city, mechanism)
);
create table duplicate_group (
  city integer not null,
  mechanism text not null,
  -- The newest of its matters, by which groups are paged.
  newest uuid not null,
  -- The newest of them, as many as are looked at; and how many there were in all.
  matters uuid[] not null check (cardinality(matters) >= 2),
  size integer not null check (size >= cardinality(matters)),
  primary key (city, mechanism, newest),
  foreign key (city, mechanism) references duplicate_search
);
alter table duplicate_search enable row level security;
alter table duplicate_group enable row level security;
grant select, insert, update on duplicate_search to huiyin_app;
grant select, insert, delete on duplicate_group to huiyin_app;
create policy duplicate_search_see on duplicate_search for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy duplicate_search_note on duplicate_search for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy duplicate_search_again on duplicate_search for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy duplicate_group_see on duplicate_group for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy duplicate_group_find on duplicate_group for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy duplicate_group_throw_away on duplicate_group for delete to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');

-- That matters were told apart: they say nearly the same and are not. No derivation: each is an entry of the register with its acts, and
-- these tables are written from it (src/matters/alike/apart.noun.ts).
create table told_apart (
  city integer not null references city,
  id uuid not null,
  mechanism text not null,
  told_at timestamptz not null,
  told_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (city, id),
  check ((ended_at is null) = (ended_by is null))
);
create table told_apart_matter (
  city integer not null,
  told uuid not null,
  matter uuid not null,
  -- Those of one number are not told apart from each other.
  part integer not null check (part >= 0),
  primary key (city, told, matter),
  foreign key (city, told) references told_apart,
  foreign key (city, matter) references matter
);
create index told_apart_matter_of on told_apart_matter (city, matter);
create index told_apart_newest on told_apart (city, mechanism, id) where ended_at is null;
alter table told_apart enable row level security;
alter table told_apart_matter enable row level security;
grant select, insert on told_apart, told_apart_matter to huiyin_app;
grant update (ended_at, ended_by) on told_apart to huiyin_app;
create policy told_apart_see on told_apart for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy told_apart_tell on told_apart for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy told_apart_end on told_apart for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy told_apart_matter_see on told_apart_matter for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy told_apart_matter_tell on told_apart_matter for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');

-- Administrators keep the register of the city and read its acts; which matters are which is no work of theirs.
create policy entry_not_told_apart on entry as restrictive to huiyin_app
  using (noun <> 'told-apart' or (select app_role()) = 'system');
