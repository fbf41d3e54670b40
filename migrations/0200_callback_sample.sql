-- Each week some of those whose matters were struck off in the week before are called back (src/matters/samples). What was drawn from
-- and what came out is kept, so that whoever knows them can draw again; that a matter was drawn is an act of its own.
create table callback_sample (
  city integer not null references city,
  mechanism text not null check (mechanism <> ''),
  -- The Monday with which the week begins in which they were struck off.
  week date not null check (extract(isodow from week) = 1),
  drawn_at timestamptz not null,
  share integer not null check (share between 0 and 100),
  least integer not null check (least >= 0),
  -- What was drawn from: `{id, unit}` of each matter.
  population jsonb not null default '[]',
  drawn uuid[] not null default '{}',
  primary key (city, mechanism, week)
);
alter table callback_sample enable row level security;
grant select, insert, update on callback_sample to huiyin_app;
create policy callback_sample_see on callback_sample for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy callback_sample_draw on callback_sample for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy callback_sample_drawn on callback_sample for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system')
  with check (city = (select app_city()) and (select app_role()) = 'system');

-- What was struck off lately, of one mechanism: whatever is done to it afterwards moves it on, never back.
create index matter_struck_off on matter (city, mechanism, updated_at) where phase = 'closed';
