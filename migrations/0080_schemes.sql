-- Classification schemes: versioned trees of categories. Their acts are streams of the register; see src/directory/schemes.
-- A version is written once. What is filed under a category names scheme, version and code, and keeps them.

create table scheme (
  city integer not null references city,
  key text not null check (key <> ''),
  version integer not null check (version > 0),
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  published_at timestamptz not null,
  seat uuid,
  primary key (city, key, version)
);

create table category (
  city integer not null,
  scheme text not null,
  version integer not null,
  code text not null check (code <> ''),
  -- Its place in the list, counted from 1: the order among those below the same category.
  n integer not null check (n > 0),
  parent text,
  zh text not null check (zh <> ''),
  en text check (en <> ''),
  retired boolean not null,
  primary key (city, scheme, version, code),
  unique (city, scheme, version, n),
  foreign key (city, scheme, version) references scheme,
  foreign key (city, scheme, version, parent) references category,
  check (parent <> code)
);

alter table scheme enable row level security;
alter table category enable row level security;
grant select, insert on scheme, category to huiyin_app;
create policy scheme_city on scheme to huiyin_app
  using (city = (select app_city()))
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy category_city on category to huiyin_app
  using (city = (select app_city()))
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
