-- The register of debarments: who gave bribes and may not take part for a time, by which decision. See src/debarments. What tells who
-- somebody is, and why, is sealed in the state with a key of the entry's own; the columns beside it hold days and no words.

create table debarment (
  city integer not null references city,
  id uuid not null,
  kind text not null check (kind in ('person', 'enterprise')),
  -- By which the same credit code or identity number is known again: keyed with a secret of the city.
  print bytea not null check (length(print) = 32),
  file uuid not null,
  entered boolean not null,
  starts date not null,
  ends date not null check (ends >= starts),
  lifted_on date,
  -- Lifted as if it had never been.
  void boolean not null check (not void or lifted_on is not null),
  -- JSON. Text and not jsonb: no query looks inside.
  state text not null,
  primary key (city, id),
  foreign key (city, file) references file
);
create index debarment_print on debarment (city, print);

-- Every look, with what it was for. Nobody may change or remove one.
create table debarment_look (
  city integer not null,
  id uuid not null,
  -- Which entry; null where somebody was asked for and is not in the register.
  debarment uuid,
  -- The day that was asked about.
  day date not null,
  way text not null check (way in ('look', 'search', 'extract')),
  seat uuid not null,
  purpose text not null check (purpose <> ''),
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, debarment) references debarment
);
create index debarment_look_of on debarment_look (city, debarment, at desc);

alter table debarment enable row level security;
alter table debarment_look enable row level security;
grant select, insert on debarment, debarment_look to huiyin_app;
grant update (entered, starts, ends, lifted_on, void, state) on debarment to huiyin_app;

create policy debarment_read on debarment for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
create policy debarment_add on debarment for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) = 'system');
create policy debarment_change on debarment for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) = 'system');
create policy debarment_look_read on debarment_look for select to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('supervisor', 'mayor', 'system'));
-- Nobody looks in another seat's name.
create policy debarment_look_add on debarment_look for insert to huiyin_app
  with check (city = (select app_city()) and seat = (select app_seat()));

-- Administrators keep the register of the city and read its acts; of this one they read nothing.
create policy entry_not_debarment on entry as restrictive to huiyin_app
  using (noun <> 'debarment' or (select app_role()) = 'system');
