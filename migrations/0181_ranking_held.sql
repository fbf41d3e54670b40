-- Which rankings were held: what follows from one follows once, whatever is done or published afterwards.
create table ranking_held (
  city integer not null references city,
  mechanism text not null,
  first_day date not null,
  last_day date not null,
  held_at timestamptz not null,
  primary key (city, mechanism, first_day, last_day)
);

alter table ranking_held enable row level security;
grant select, insert on ranking_held to huiyin_app;
create policy ranking_held_system on ranking_held to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
