-- What matters promise a quantity of and what was measured of it: a row for each change, from when to when, as `matter_fact` is, so that
-- sums of now and as of any moment read rows and fold no matter. Written from the state alone (src/matters/targets/target-rows.rules.ts).
create table matter_target (
  city integer not null,
  matter uuid not null,
  target text not null,
  since timestamptz not null,
  until timestamptz not null,
  mechanism text not null,
  -- Exact, in the unit that the mechanism's file names.
  quantity numeric(18, 6) not null,
  -- The last reading, and what was planned for its day; null while nothing was measured.
  value numeric(18, 6),
  planned numeric(18, 6),
  read_on date,
  primary key (city, matter, target, since),
  foreign key (city, matter) references matter deferrable initially deferred,
  check (since < until),
  check ((value is null) = (planned is null) and (value is null) = (read_on is null))
);
create index matter_target_now on matter_target (city, mechanism, matter) where until = 'infinity';

alter table matter_target enable row level security;
grant select, insert, update on matter_target to huiyin_app;
-- Sums are every seat's, as figures are; the matters behind them are read under the policy of matters.
create policy matter_target_of_seats on matter_target to huiyin_app
  using (city = (select app_city()) and (select app_role()) <> 'originator')
  with check (city = (select app_city()) and (select app_role()) <> 'originator');
