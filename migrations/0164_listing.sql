-- What presses on a matter: the public list, and the higher seat that owes the answer. See ADR 164.

alter table matter
  add column listed boolean not null default false,
  add column raised_to uuid,
  -- When that seat's time runs out; infinity where nothing is running.
  add column raised_at timestamptz not null default 'infinity';

-- What waits for a seat above the units, by deadline; what the policy asks for is in it too, so that it is counted from it alone.
create index matter_raised on matter (city, raised_to, raised_at, id) include (open_to_city, units, originators)
  where raised_to is not null;
create index matter_listed on matter (city, id) where listed;
create index matter_raised_newest on matter (city, id) where raised_to is not null;

-- The public list, a projection of the acts `list` and `delist`. Nothing stands in it that the public is not to read: whoever looks
-- without a seat reads this table and never the matter.
create table listing (
  city integer not null,
  matter uuid not null,
  number text not null,
  title text not null check (title <> ''),
  lead uuid,
  -- The day promised to the public.
  until date not null,
  listed_at timestamptz not null,
  delisted_at timestamptz,
  result text,
  primary key (city, matter),
  foreign key (city, matter) references matter deferrable initially deferred,
  foreign key (city, lead) references unit,
  check ((delisted_at is null) = (result is null))
);
create index listing_open on listing (city, until, matter) where delisted_at is null;
create index listing_done on listing (city, delisted_at, matter) where delisted_at is not null;

alter table listing enable row level security;
grant select, insert, update, delete on listing to huiyin_app;
-- Read by everybody of the city, written by whoever acts on a matter that they may act on.
create policy listing_city on listing for select to huiyin_app using (city = (select app_city()));
create policy listing_add on listing for insert to huiyin_app with check (
  city = (select app_city()) and (select app_role()) <> 'originator'
  and (select true from matter m where m.city = listing.city and m.id = listing.matter));
create policy listing_change on listing for update to huiyin_app using (
  city = (select app_city()) and (select app_role()) <> 'originator'
  and (select true from matter m where m.city = listing.city and m.id = listing.matter));
create policy listing_remove on listing for delete to huiyin_app using (
  city = (select app_city()) and (select app_role()) <> 'originator'
  and (select true from matter m where m.city = listing.city and m.id = listing.matter));
