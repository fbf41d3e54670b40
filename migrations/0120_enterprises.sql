-- The enterprises of a city, written from their streams in the register; see src/directory/enterprises. The size class is not
-- kept: it is derived wherever it is shown, so that no row can contradict the standard.

create table enterprise (
  city integer not null references city,
  id uuid not null,
  -- Unified social credit code, GB 32100-2015.
  code text not null check (length(code) = 18),
  name text not null check (name <> ''),
  -- Of the name, in pinyin: it is typed so.
  initials text not null,
  -- GB/T 4754-2017: section, then two to four digits.
  industry text check (industry ~ '^[A-T][0-9]{2,4}$'),
  staff integer check (staff >= 0),
  -- In fen, of the last year that is known.
  revenue bigint check (revenue >= 0),
  assets bigint check (assets >= 0),
  place text check (place <> ''),
  -- What it was called, oldest first: {name, until}.
  earlier jsonb not null default '[]',
  closed_at timestamptz,
  primary key (city, id),
  constraint enterprise_city_code_key unique (city, code)
);

alter table enterprise enable row level security;
grant select, insert on enterprise to huiyin_app;
grant update (name, initials, industry, staff, revenue, assets, place, earlier, closed_at) on enterprise to huiyin_app;

create policy enterprise_read on enterprise for select to huiyin_app
  using (city = (select app_city())
    and (select app_role()) in ('supervisor', 'handler', 'head', 'mayor', 'administrator', 'system'));
create policy enterprise_add on enterprise for insert to huiyin_app
  with check (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
create policy enterprise_change on enterprise for update to huiyin_app
  using (city = (select app_city()) and (select app_role()) in ('administrator', 'system'));
