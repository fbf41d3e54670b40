-- Imports: a table that was read, row by row under review. Work papers, like drafts: nothing of them is in the ledger until a row is
-- imported, and they go with their transfer.

create table sheet_import (
  city integer not null references city,
  id uuid not null,
  seat uuid not null,
  -- SHA-256 of the file's bytes: the same file uploaded twice is known.
  digest bytea not null check (length(digest) = 32),
  sheet text not null,
  -- JSON: the heads, which column holds what, which unit a name means, what is notable of the file.
  headings text not null,
  mapping text not null,
  names text not null default '{}',
  notes text not null,
  remembered boolean not null,
  primary key (city, id),
  unique (city, seat, digest),
  foreign key (city, id) references transfer on delete cascade
);

create table sheet_row (
  city integer not null references city,
  import uuid not null,
  -- Its number in the file.
  n integer not null,
  -- What the act that imports it is called, chosen when it was read: however often it is sent, it is one matter.
  act uuid not null,
  -- JSON: the cells as shown, what a person put right, what it becomes, what is wrong with it.
  cells text not null,
  fix text not null default '{}',
  plan text not null default '{}',
  issues text not null default '[]',
  state text not null check (state in ('ready', 'doubt', 'fault', 'imported', 'refused')),
  -- What a person chose; null where nobody has, and its state decides.
  picked boolean,
  chosen boolean not null,
  matter uuid,
  primary key (city, import, n),
  foreign key (city, import) references sheet_import on delete cascade,
  check (not (chosen and state = 'fault')),
  check ((state = 'imported') = (matter is not null))
);

-- Which column holds what under these heads, as a seat last said.
create table sheet_heads (
  city integer not null references city,
  seat uuid not null,
  digest bytea not null check (length(digest) = 32),
  mapping text not null,
  used_at timestamptz not null,
  primary key (city, seat, digest)
);

alter table sheet_import enable row level security;
alter table sheet_row enable row level security;
alter table sheet_heads enable row level security;
grant select, insert, update, delete on sheet_import, sheet_row, sheet_heads to huiyin_app;

create policy sheet_import_own on sheet_import to huiyin_app
  using (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'))
  with check (city = (select app_city()) and (seat = (select app_seat()) or (select app_role()) = 'system'));
create policy sheet_row_own on sheet_row to huiyin_app
  using (city = (select app_city()) and (select true from sheet_import i where i.city = sheet_row.city and i.id = import))
  with check (city = (select app_city()) and (select true from sheet_import i where i.city = sheet_row.city and i.id = import));
create policy sheet_heads_own on sheet_heads to huiyin_app
  using (city = (select app_city()) and seat = (select app_seat()))
  with check (city = (select app_city()) and seat = (select app_seat()));

-- The matters whose text is the very same, of those that the caller may read. A digest of the text is asked for, as the text may be
-- longer than an index takes; under row-level security alone the index would be ignored (see find_matters).
create index matter_words_text on matter_words (city, md5(split_part(words, ' ', 3)));
create function find_same_matters(digests text[])
  returns table (digest text, matter uuid, number text)
  stable security definer set search_path = public, pg_temp language sql
  as $$
    select distinct on (d.digest) d.digest, m.id, m.number
    from unnest(digests) as d (digest)
      join matter_words w on w.city = app_city() and md5(split_part(w.words, ' ', 3)) = d.digest
      join matter m on m.city = w.city and m.id = w.matter
    where matter_readable(m.open_to_city, m.units, app_role(), app_units())
    order by d.digest, m.id desc
  $$;
revoke execute on function find_same_matters from public;
grant execute on function find_same_matters to huiyin_app;
