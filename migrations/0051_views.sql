-- Saved views: a list's filters and looks under a name, of one seat, which may share it with its unit or with the city, and
-- which of them each seat has pinned beside the places of the desk.

create table saved_view (
  city integer not null references city,
  id uuid not null,
  seat uuid not null,
  -- The unit of the seat as it was saved: whom sharing with the unit means.
  unit uuid,
  name text not null check (name <> ''),
  -- The address's part that makes the list, JSON, read and written whole.
  search text not null,
  shared text not null check (shared in ('own', 'unit', 'city')),
  updated_at timestamptz not null,
  primary key (city, id),
  check (shared <> 'unit' or unit is not null)
);
create index saved_view_seat on saved_view (city, seat);
create index saved_view_unit on saved_view (city, unit) where shared = 'unit';
create index saved_view_city on saved_view (city, id) where shared = 'city';

create table view_pin (
  city integer not null,
  seat uuid not null,
  view uuid not null,
  at timestamptz not null,
  primary key (city, seat, view),
  foreign key (city, view) references saved_view on delete cascade
);

alter table saved_view enable row level security;
alter table view_pin enable row level security;
grant select, insert, update, delete on saved_view to huiyin_app;
grant select, insert, delete on view_pin to huiyin_app;

create policy saved_view_read on saved_view for select to huiyin_app using (
  city = (select app_city()) and (seat = (select app_seat()) or shared = 'city'
    or (shared = 'unit' and unit = any ((select app_units())::uuid[]))));
create policy saved_view_add on saved_view for insert to huiyin_app with check (
  city = (select app_city()) and seat = (select app_seat())
    and (shared <> 'city' or (select app_role()) in ('supervisor', 'administrator'))
    and (unit is null or unit = any ((select app_units())::uuid[])));
create policy saved_view_change on saved_view for update to huiyin_app
  using (city = (select app_city()) and seat = (select app_seat()))
  with check (city = (select app_city()) and seat = (select app_seat())
    and (shared <> 'city' or (select app_role()) in ('supervisor', 'administrator'))
    and (unit is null or unit = any ((select app_units())::uuid[])));
create policy saved_view_drop on saved_view for delete to huiyin_app
  using (city = (select app_city()) and seat = (select app_seat()));
create policy view_pin_own on view_pin to huiyin_app
  using (city = (select app_city()) and seat = (select app_seat()))
  with check (city = (select app_city()) and seat = (select app_seat()));
